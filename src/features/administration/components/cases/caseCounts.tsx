import { View } from '@tarojs/components'
import { call } from '@/cloud/call'
import { useAnswer } from '@/cloud/useAnswer'
import { BigNumber } from '@/components/bigNumber'
import { Card } from '@/components/card'
import { Pressable } from '@/components/pressable'
import { Skeleton } from '@/components/skeleton'
import { open, routes } from '@/routes'
import { numberWords } from '@/words/numbers'
import { waitingAtDesk } from '../../caseView'
import { type OwnOrganisation, organisationsOf } from '../../menu'
import type { Staff } from '../../useStaff'
import './caseCounts.scss'

interface Tile {
  name: string
  number: string
  address: string
}

const Tiles = ({ title, tiles, none }: { title: string; tiles: Tile[]; none: string }) => (
  <Card title={title}>
    {tiles.length === 0 ? <View>{none}</View> : null}
    <View className="caseCounts">
      {tiles.map(({ name, number, address }) => (
        <Pressable key={name} className="caseCounts__tile" role="link" onPress={() => open(address)}>
          <BigNumber value={number} unit="件" caption={name} />
        </Pressable>
      ))}
    </View>
  </Card>
)

/** Numbers that cannot be had are left out: the page they lead to says what is wrong. */
const Waiting = ({ isFailed }: { isFailed: boolean }) =>
  isFailed ? null : <Skeleton shape="text" count={1} />

/** What waits at the desk of this place. Nothing at all is said only to those whose work it is. */
const DeskCounts = ({ placeCode, roles }: Pick<Staff, 'placeCode' | 'roles'>) => {
  const answer = useAnswer(placeCode, () => call('casework', 'countQueue', { placeCode }))
  if (answer.state.status !== 'ready') return <Waiting isFailed={answer.state.status === 'failed'} />
  const tiles = waitingAtDesk(answer.state.value).map(({ name, number, filters }) => ({
    name,
    number: numberWords(number),
    address: routes.staffCases(placeCode, filters),
  }))
  const isOwnWork = roles.includes('dispatcher') || roles.includes('supervisor')
  return tiles.length === 0 && !isOwnWork ? null : (
    <Tiles title="案件" tiles={tiles} none="现在没有等着办的案件" />
  )
}

const DepartmentCounts = ({ own }: { own: OwnOrganisation }) => {
  const { organisationId } = own
  const answer = useAnswer(organisationId, () =>
    call('casework', 'listMine', { organisationId, of: 'department', order: 'deadline' }),
  )
  if (answer.state.status !== 'ready') return <Waiting isFailed={answer.state.status === 'failed'} />
  const { cases, next } = answer.state.value
  const overdue = cases.filter(({ isOverdue }) => isOverdue).length
  const address = routes.myCases({ ...own })
  const more = next === null ? '' : '+'
  const tiles = [
    { name: '待处置', number: `${cases.length}${more}`, address },
    ...(overdue > 0 ? [{ name: '超期', number: `${overdue}${more}`, address }] : []),
  ]
  return <Tiles title="我的处置" tiles={cases.length > 0 ? tiles : []} none="本部门现在没有要处置的案件" />
}

/** Cases that wait, beside the other work on the overview. */
export const CaseCounts = ({ staff: { placeCode, roles, grants } }: { staff: Staff }) => (
  <>
    {(['dispatcher', 'supervisor', 'administrator'] as const).some((role) => roles.includes(role)) ? (
      <DeskCounts placeCode={placeCode} roles={roles} />
    ) : null}
    {organisationsOf(grants, 'handler').map((own) => (
      <DepartmentCounts key={own.organisationId} own={own} />
    ))}
  </>
)
