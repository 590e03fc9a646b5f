import type { WorkKind } from '@contract/workKinds'
import { kindsFor } from '@contract/workKinds'
import { View } from '@tarojs/components'
import { Icon } from '@/components/icon'
import type { IconName } from '@/components/icon/names'
import { Pressable } from '@/components/pressable'
import { open, routes } from '@/routes'
import { menuOf, overviewAt, type Section } from '../../menu'
import { signOut } from '../../signOut'
import type { Staff } from '../../useStaff'
import { workKinds } from '../../workKinds'
import { PlaceChoice } from './placeChoice'
import { WhoAmI } from './whoAmI'
import './navigation.scss'

interface EntryProps {
  name: string
  icon: IconName
  address: string
  isCurrent: boolean
  /** What waits there. */
  waiting?: { waiting: number; overdue: number } | undefined
}

const waitingLabel = ({ waiting, overdue }: { waiting: number; overdue: number }): string =>
  overdue > 0 ? `，${waiting} 件等待，其中 ${overdue} 件逾期` : `，${waiting} 件等待`

const Entry = ({ name, icon, address, isCurrent, waiting }: EntryProps) => (
  <Pressable
    className={`deskNavigation__entry ${isCurrent ? 'deskNavigation__entry--current' : ''}`}
    role="link"
    label={waiting ? `${name}${waitingLabel(waiting)}` : name}
    current={isCurrent ? 'page' : undefined}
    onPress={() => open(address)}
  >
    <Icon name={icon} size="small" />
    <View className="deskNavigation__name">{name}</View>
    {waiting ? (
      <View className={`deskNavigation__number ${waiting.overdue ? 'deskNavigation__number--overdue' : ''}`}>
        {waiting.overdue ? <Icon name="warning" size="small" /> : null}
        {waiting.waiting}
      </View>
    ) : null}
  </Pressable>
)

interface DeskNavigationProps {
  staff: Staff
  current: Section | WorkKind
}

const WorkEntries = ({ staff, current }: DeskNavigationProps) => {
  const { state } = staff.counts
  const counts = state.status === 'ready' ? state.value.counts : []
  return kindsFor(staff.roles).map((kind) => (
    <Entry
      key={kind}
      name={workKinds[kind].name}
      icon={workKinds[kind].icon}
      address={routes.work({ placeCode: staff.placeCode, kind })}
      isCurrent={current === kind}
      waiting={counts.find((count) => count.kind === kind)}
    />
  ))
}

/** At the left of every staff page at a desk. */
export const DeskNavigation = ({ staff, current }: DeskNavigationProps) => (
  <View className="deskNavigation">
    <PlaceChoice staff={staff} section={current} />
    <View className="deskNavigation__entries">
      <Entry
        name="工作台"
        icon="inbox"
        address={overviewAt(staff.placeCode)}
        isCurrent={current === 'overview'}
      />
      <WorkEntries staff={staff} current={current} />
      {menuOf(staff, staff.grants).map(({ key, name, icon, address }) => (
        <Entry key={address} name={name} icon={icon} address={address} isCurrent={current === key} />
      ))}
    </View>
    <View className="deskNavigation__person">
      <WhoAmI staff={staff} />
    </View>
    <Pressable className="deskNavigation__entry" onPress={signOut}>
      <Icon name="leave" size="small" />
      <View className="deskNavigation__name">退出登录</View>
    </Pressable>
  </View>
)
