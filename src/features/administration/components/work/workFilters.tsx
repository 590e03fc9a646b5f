import type { Role } from '@contract/method'
import type { WorkKind } from '@contract/workKinds'
import { kindsFor } from '@contract/workKinds'
import { FilterChips } from '@/components/chip'
import type { WorkState, WorkView } from '../../useWorkView'
import { workKinds } from '../../workKinds'

const states: { value: WorkState; text: string }[] = [
  { value: 'waiting', text: '待办' },
  { value: 'overdue', text: '逾期' },
  { value: 'done', text: '已办' },
]

interface WorkFiltersProps {
  roles: Role[]
  view: WorkView
  onChange: (part: Partial<WorkView>) => void
}

export const WorkFilters = ({ roles, view, onChange }: WorkFiltersProps) => {
  const kinds = kindsFor(roles)
  const options: { value: WorkKind | 'all'; text: string }[] = [
    { value: 'all', text: '全部种类' },
    ...kinds.map((kind) => ({ value: kind, text: workKinds[kind].name })),
  ]
  return (
    <>
      <FilterChips
        options={states}
        chosen={view.state}
        onChoose={(state) => onChange({ state, workId: undefined })}
      />
      {kinds.length > 1 ? (
        <FilterChips
          options={options}
          chosen={view.kind ?? 'all'}
          onChoose={(kind) => onChange({ kind: kind === 'all' ? undefined : kind, workId: undefined })}
        />
      ) : null}
    </>
  )
}
