import { CASE_SOURCES } from '@contract/cases/cases'
import type { QueueCounts } from '@contract/casework'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { useAnswer } from '@/cloud/useAnswer'
import { Button } from '@/components/button'
import { FilterChips } from '@/components/chip'
import { ChoiceField } from '@/components/choiceField'
import { Sheet } from '@/components/sheet'
import { caseSourceWords, staffStateWords } from '@/words/cases'
import {
  type CaseFilters,
  type CaseView,
  type Condition,
  caseTabs,
  conditionText,
  conditionWords,
  ENDED_STATES,
  endedState,
  hiddenConditions,
  tabText,
} from '../../caseView'
import { OrganisationField } from '../organisation/organisationField'
import { useCategories } from './useCategories'

const ALL = 'all'

interface FilterProps {
  placeCode: string
  view: CaseView
  onChange: (part: Partial<CaseFilters>) => void
}

/** A condition of its own for each state, with how many wait there. */
export const CaseTabs = ({
  view,
  counts,
  onChange,
}: Pick<FilterProps, 'view' | 'onChange'> & { counts: QueueCounts | null }) => (
  <FilterChips
    options={caseTabs.map((tab) => ({ value: tab.value, text: tabText(tab, counts) }))}
    chosen={view.state ?? ALL}
    onChoose={(state) => onChange({ state: state === ALL ? undefined : state, caseId: undefined })}
  />
)

const CONDITIONS = Object.keys(conditionWords) as Condition[]

export const CaseConditions = ({
  view,
  counts,
  onChange,
}: Pick<FilterProps, 'view' | 'onChange'> & { counts: QueueCounts | null }) => {
  const options: { value: Condition | typeof ALL; text: string }[] = [
    { value: ALL, text: '不限' },
    ...CONDITIONS.map((only) => ({ value: only, text: conditionText(only, counts) })),
  ]
  return (
    <FilterChips
      options={options}
      chosen={view.only ?? ALL}
      onChoose={(only) => onChange({ only: only === ALL ? undefined : only, caseId: undefined })}
    />
  )
}

const SourceAndScope = ({ view, onChange }: FilterProps) => (
  <>
    <ChoiceField
      label="范围"
      choices={[
        { value: 'desk', text: '本中心', line: '本中心正在办的' },
        { value: 'area', text: '全辖区', line: '本地区和下面各级的全部案件' },
      ]}
      value={view.scope}
      onChange={(scope) => onChange({ scope: scope === 'area' ? scope : undefined, caseId: undefined })}
    />
    <ChoiceField
      label="没有办的"
      choices={[
        { value: ALL, text: '不看' },
        ...ENDED_STATES.map((state) => ({ value: state, text: staffStateWords[state].text })),
      ]}
      value={endedState(view.state) ?? ALL}
      onChange={(state) => onChange({ state: state === ALL ? undefined : state, caseId: undefined })}
    />
    <ChoiceField
      label="来源"
      choices={[
        { value: ALL, text: '全部来源' },
        ...CASE_SOURCES.map((source) => ({ value: source, text: caseSourceWords[source] })),
      ]}
      value={view.source ?? ALL}
      onChange={(source) => onChange({ source: source === ALL ? undefined : source, caseId: undefined })}
    />
  </>
)

const Department = ({ placeCode, view, onChange }: FilterProps) => {
  const { departmentId } = view
  const chosen = useAnswer(departmentId ?? null, () =>
    call('places', 'getOrganisation', { organisationId: departmentId ?? '' }),
  )
  const name = departmentId && chosen.state.status === 'ready' ? chosen.state.value.name : null
  return (
    <>
      <OrganisationField
        label="部门"
        placeCode={placeCode}
        value={name}
        error={undefined}
        onChange={({ organisationId }) => onChange({ departmentId: organisationId, caseId: undefined })}
      />
      {departmentId ? (
        <Button kind="quiet" onPress={() => onChange({ departmentId: undefined })}>
          不限部门
        </Button>
      ) : null}
    </>
  )
}

const Category = ({ view, onChange }: FilterProps) => {
  const categories = useCategories()
  return (
    <ChoiceField
      label="类别"
      choices={[
        { value: ALL, text: '全部类别' },
        ...categories.map(({ categoryId, name }) => ({ value: categoryId, text: name })),
      ]}
      value={view.categoryId ?? ALL}
      onChange={(chosen) => onChange({ categoryId: chosen === ALL ? undefined : chosen, caseId: undefined })}
    />
  )
}

/** What is needed less often stands behind one button; it says how much of it is set. */
export const MoreConditions = (props: FilterProps) => {
  const [isOpen, setOpen] = useState(false)
  const number = hiddenConditions(props.view)
  return (
    <>
      <Button kind="secondary" onPress={() => setOpen(true)}>
        {number > 0 ? `更多条件（${number}）` : '更多条件'}
      </Button>
      <Sheet
        title="更多条件"
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        actions={<Button onPress={() => setOpen(false)}>看案件</Button>}
      >
        <View className="caseHead">
          <SourceAndScope {...props} />
          <Category {...props} />
          <Department {...props} />
        </View>
      </Sheet>
    </>
  )
}
