import { ROLES, type Role } from '@contract/method'
import { View } from '@tarojs/components'
import { FilterChips } from '@/components/chip'
import { roleWords } from '@/words/roles'
import '../listPage.scss'
import '../listPageDesk.scss'

export type HoldingState = 'holding' | 'ended'

const states: { value: HoldingState; text: string }[] = [
  { value: 'holding', text: '在任' },
  { value: 'ended', text: '已结束' },
]
const roles: { value: Role | 'all'; text: string }[] = [
  { value: 'all', text: '全部角色' },
  ...ROLES.map((role) => ({ value: role, text: roleWords[role] })),
]

interface StaffFiltersProps {
  role: Role | undefined
  state: HoldingState
  onChange: (part: { role?: Role | undefined; state?: HoldingState }) => void
}

export const StaffFilters = ({ role, state, onChange }: StaffFiltersProps) => (
  <View className="listFilters">
    <FilterChips options={states} chosen={state} onChoose={(chosen) => onChange({ state: chosen })} />
    <FilterChips
      options={roles}
      chosen={role ?? 'all'}
      onChoose={(chosen) => onChange({ role: chosen === 'all' ? undefined : chosen })}
    />
  </View>
)
