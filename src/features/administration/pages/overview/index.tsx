import { kindsFor } from '@contract/workKinds'
import { View } from '@tarojs/components'
import { useRefreshOnPull } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Card } from '@/components/card'
import { EmptyState } from '@/components/emptyState'
import { ListRow } from '@/components/listRow'
import { useIsDesk } from '@/components/page/desk'
import { Skeleton } from '@/components/skeleton'
import { open } from '@/routes'
import { CaseCounts } from '../../components/cases/caseCounts'
import { Desk } from '../../components/desk'
import { PlaceChoice } from '../../components/desk/placeChoice'
import { WhoAmI } from '../../components/desk/whoAmI'
import { WaitingCards } from '../../components/work/waitingCards'
import { menuOf } from '../../menu'
import type { Staff } from '../../useStaff'

/** On the phone this page is the navigation. */
const Menu = ({ staff }: { staff: Staff }) => {
  const entries = menuOf(staff, staff.grants)
  return (
    <>
      {entries.length > 0 ? (
        <Card title="管理">
          {entries.map(({ address, name, line, icon }) => (
            <ListRow key={address} icon={icon} title={name} line={line} onPress={() => open(address)} />
          ))}
        </Card>
      ) : null}
      <Card title="你的身份">
        <WhoAmI staff={staff} />
        <View>你做的每一步都有记录。</View>
      </Card>
    </>
  )
}

const Waiting = ({ staff }: { staff: Staff }) => {
  const { counts, placeCode } = staff
  if (kindsFor(staff.roles).length === 0) return null
  return (
    <Answered answer={counts} skeleton={<Skeleton shape="text" count={2} />}>
      {({ counts: waiting }) =>
        waiting.length === 0 ? (
          <EmptyState icon="success" reason="现在没有等你处理的事" />
        ) : (
          <WaitingCards placeCode={placeCode} counts={waiting} />
        )
      }
    </Answered>
  )
}

const Overview = ({ staff }: { staff: Staff }) => {
  const isDesk = useIsDesk()
  useRefreshOnPull(staff.counts.refresh)
  return (
    <>
      {isDesk ? null : <PlaceChoice staff={staff} section="overview" />}
      <CaseCounts staff={staff} />
      <Waiting staff={staff} />
      {isDesk ? null : <Menu staff={staff} />}
    </>
  )
}

export default function OverviewPage() {
  return (
    <Desk title="工作台" current="overview">
      {(staff) => <Overview staff={staff} />}
    </Desk>
  )
}
