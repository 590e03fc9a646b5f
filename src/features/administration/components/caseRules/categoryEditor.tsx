import type { Category } from '@contract/cases/categories'
import { REASON_LENGTH } from '@contract/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'
import { showToast } from '@/components/toast'
import { type CategoryWords, wordsOfCategory } from '../../categoryDraft'
import { CategoryBasics, CategoryLimits, CategoryState, CategoryUse } from './categoryParts'
import { QuestionItems } from './questionItems'
import { useSending } from './useSending'

interface CategoryEditorProps {
  placeCode: string
  /** Version of the catalogue that is shown. */
  basedOn: number
  /** Null: a new one. */
  category: Category | null
  first: CategoryWords
  onSaved: (categoryId: string) => void
  onLookAnew: () => Promise<void>
}

export interface PartProps {
  draft: CategoryWords
  problemAt: (path: string) => string | undefined
  onChange: (part: Partial<CategoryWords>) => void
}

const whatStands = (trouble: string, isStale: boolean): string =>
  isStale ? '别人刚刚改过类别。你写的还在，核对以后再保存。' : trouble

/** Everything that is known of a category, to be written or changed, with the reason. */
export const CategoryEditor = (props: CategoryEditorProps) => {
  const { placeCode, basedOn, category, first, onSaved, onLookAnew } = props
  const [draft, setDraft] = useState(() => (category ? wordsOfCategory(category) : first))
  const [reason, setReason] = useState('')
  const { anew, error, problemAt, trouble, send } = useSending()
  const change = (part: Partial<CategoryWords>) => {
    setDraft({ ...draft, ...part })
    anew()
  }
  const save = async () => {
    const categoryId = category?.categoryId ?? null
    const input = { placeCode, basedOn, categoryId, category: draft, reason }
    const saved = await send((requestId) => call('caseRules', 'saveCategory', input, { requestId }))
    if (!saved) return onLookAnew()
    setReason('')
    showToast('已保存')
    onSaved(saved.categoryId)
  }
  const part: PartProps = { draft, problemAt: (path) => problemAt(`category.${path}`), onChange: change }
  return (
    <>
      <CategoryBasics {...part} />
      <CategoryLimits {...part} />
      <CategoryUse {...part} />
      <QuestionItems {...part} />
      {category ? <CategoryState {...part} /> : null}
      <Card title="保存">
        <Field
          label="修改原因"
          value={reason}
          maxLength={REASON_LENGTH.max}
          help="写进修改记录。已经上报的案件仍按原来的时限"
          error={problemAt('reason')}
          onChange={(next) => {
            setReason(next)
            anew()
          }}
        />
        {trouble ? (
          <Notice kind="error" title="还没有保存">
            {whatStands(trouble, error?.code === 'changed_meanwhile')}
          </Notice>
        ) : null}
        <View className="listActs">
          <Button onPress={save}>{category ? '保存修改' : '新增类别'}</Button>
        </View>
      </Card>
    </>
  )
}
