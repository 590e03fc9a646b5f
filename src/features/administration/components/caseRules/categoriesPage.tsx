import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/cloud/call'
import type { CloudValue } from '@/cloud/services'
import { useAnswer, useRefreshOnPull } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { EmptyState } from '@/components/emptyState'
import { useIsDesk } from '@/components/page/desk'
import { SearchField } from '@/components/searchField'
import { Skeleton } from '@/components/skeleton'
import { SplitView } from '@/components/splitView'
import { routes } from '@/routes'
import { categoriesFound } from '../../categoriesFound'
import { newCategory } from '../../categoryDraft'
import { useFilters } from '../../useFilters'
import type { Staff } from '../../useStaff'
import { CategoryEditor } from './categoryEditor'
import { CategoryFacts } from './categoryFacts'
import { CategoryList } from './categoryList'
import { RulesTabs } from './rulesTabs'
import { VersionsCard } from './versionsCard'
import '../listPage.scss'
import './caseRules.scss'

const SEARCH_MAX = 20
/** In the address, for the form of a category that is not there yet. */
const NEW = 'new'

export type KeptCategories = CloudValue<'caseRules', 'getCategories'>

interface DetailProps {
  staff: Staff
  kept: KeptCategories
  chosen: string | undefined
  onSaved: (categoryId: string) => void
  onLookAnew: () => Promise<void>
}

const Detail = ({ staff, kept, chosen, onSaved, onLookAnew }: DetailProps) => {
  const { catalogue, versions, isKeptHere } = kept
  if (chosen === undefined) return <VersionsCard versions={versions} categories={catalogue.categories} />
  const category = catalogue.categories.find(({ categoryId }) => categoryId === chosen)
  if (!category && chosen !== NEW) return <EmptyState reason="没有这个类别。请从列表里选一个。" />
  if (!isKeptHere || !staff.roles.includes('administrator'))
    return category ? <CategoryFacts category={category} /> : null
  return (
    <CategoryEditor
      key={chosen}
      placeCode={staff.placeCode}
      basedOn={catalogue.version}
      category={category ?? null}
      first={newCategory('other')}
      onSaved={onSaved}
      onLookAnew={onLookAnew}
    />
  )
}

/** The catalogue by groups, and beside it the category that is looked at. */
export const CategoriesPageContent = ({ staff }: { staff: Staff }) => {
  const { placeCode, roles } = staff
  const [{ category: chosen }, change] = useFilters(['category'], (filters) =>
    routes.caseCategories(placeCode, filters),
  )
  const [typed, setTyped] = useState('')
  const answer = useAnswer(`categories/${placeCode}`, () => call('caseRules', 'getCategories', { placeCode }))
  useRefreshOnPull(answer.refresh)
  const isDesk = useIsDesk()
  const saved = async (category: string) => {
    await answer.refresh()
    change({ category })
  }
  return (
    <View className="caseRules">
      {chosen !== undefined && !isDesk ? (
        <Button kind="quiet" icon="back" onPress={() => change({ category: undefined })}>
          看列表
        </Button>
      ) : (
        <RulesTabs current="categories" placeCode={placeCode} />
      )}
      <Answered answer={answer} skeleton={<Skeleton shape="text" count={5} />}>
        {(kept) => (
          <SplitView
            hasDetail={chosen !== undefined}
            list={
              <>
                <SearchField
                  value={typed}
                  placeholder="搜索类别"
                  maxLength={SEARCH_MAX}
                  onChange={setTyped}
                />
                {kept.isKeptHere && roles.includes('administrator') ? (
                  <Button kind="secondary" icon="add" onPress={() => change({ category: NEW })}>
                    新增类别
                  </Button>
                ) : null}
                <CategoryList
                  categories={categoriesFound(kept.catalogue.categories, typed)}
                  chosen={chosen}
                  onChoose={(category) => change({ category })}
                />
              </>
            }
            detail={
              <Detail staff={staff} kept={kept} chosen={chosen} onSaved={saved} onLookAnew={answer.refresh} />
            }
          />
        )}
      </Answered>
    </View>
  )
}
