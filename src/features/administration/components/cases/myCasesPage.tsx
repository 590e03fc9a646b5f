import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { useAnswer, useRefreshOnPull } from '@/cloud/useAnswer'
import { usePages } from '@/cloud/usePages'
import { Answered } from '@/components/answered'
import { FilterChips } from '@/components/chip'
import { EmptyState } from '@/components/emptyState'
import { Notice } from '@/components/notice'
import { Skeleton } from '@/components/skeleton'
import { locate } from '@/phone/position'
import { open, routes } from '@/routes'
import { organisationsOf } from '../../menu'
import { keepStandpoint, orderAsked } from '../../standpoint'
import { useFilters } from '../../useFilters'
import type { Staff } from '../../useStaff'
import { MoreButton } from '../moreButton'
import { CaseList } from './caseList'
import './cases.scss'

const KEYS = ['of', 'order'] as const

type Of = 'department' | 'own'
type Order = 'deadline' | 'distance'

const OF: { value: Of; text: string }[] = [
  { value: 'department', text: '本部门' },
  { value: 'own', text: '我接的' },
]

const ORDERS: { value: Order; text: string }[] = [
  { value: 'deadline', text: '快到期的在前' },
  { value: 'distance', text: '离我近的在前' },
]

interface MineProps {
  organisationId: string
  of: Of
  order: Order
  onChange: (part: { of?: string | undefined; order?: string | undefined }) => void
}

const emptyWords: Record<Of, string> = {
  department: '本部门现在没有要处置的案件',
  own: '你现在没有接的案件。在“本部门”里可以接单。',
}

/** Asks the phone for the position first; who refuses keeps the order by deadline. */
const useOrder = (onChange: MineProps['onChange']) => {
  const [trouble, setTrouble] = useState<string | null>(null)
  const [turn, setTurn] = useState(0)
  const choose = async (chosen: Order) => {
    setTrouble(null)
    if (chosen === 'deadline') return onChange({ order: undefined })
    const located = await locate()
    if (!located.ok)
      return setTrouble(
        located.reason === 'refused'
          ? '没有得到位置权限，仍按到期时间排列。'
          : '现在找不到你的位置，仍按到期时间排列。',
      )
    keepStandpoint(located.position)
    setTurn(turn + 1)
    onChange({ order: chosen })
  }
  return { trouble, turn, choose }
}

const Mine = ({ organisationId, of, order, onChange }: MineProps) => {
  const { trouble, turn, choose } = useOrder(onChange)
  const asked = orderAsked(order)
  const book = usePages(`${organisationId}/${of}/${asked.order}/${turn}`, {
    ask: (after: string | undefined) => call('casework', 'listMine', { organisationId, of, ...asked, after }),
    read: ({ cases, next }) => ({ items: cases, next }),
  })
  useRefreshOnPull(book.refresh)
  const openOne = (caseId: string) =>
    open(routes.staffCase({ caseId, organisationId, ...(order === 'distance' ? { order } : {}) }))
  return (
    <>
      <View className="caseHead">
        <FilterChips options={OF} chosen={of} onChoose={(value) => onChange({ of: value })} />
        <FilterChips options={ORDERS} chosen={asked.order} onChoose={choose} />
      </View>
      {trouble ? <Notice kind="information" title={trouble} /> : null}
      <Answered answer={book} skeleton={<Skeleton shape="row" count={4} />}>
        {({ now }) => (
          <CaseList cases={book.items} now={now} emptyWords={emptyWords[of]} onChoose={openOne} />
        )}
      </Answered>
      <MoreButton book={book} />
    </>
  )
}

const NameOf = ({ organisationId }: { organisationId: string }) => {
  const answer = useAnswer(organisationId, () => call('places', 'getOrganisation', { organisationId }))
  return answer.state.status === 'ready' ? (
    <View className="caseRow__title">{answer.state.value.name}</View>
  ) : null
}

/** What a department has to do, for one of its handlers. */
export const MyCasesPageContent = ({ staff: { placeCode, grants } }: { staff: Staff }) => {
  const { organisationId } = useRouter().params
  const own = organisationsOf(grants, 'handler').find((each) => each.organisationId === organisationId)
  const [filters, change] = useFilters(KEYS, (next) =>
    routes.myCases({ placeCode, organisationId: organisationId ?? '', ...next }),
  )
  if (!own) return <EmptyState icon="lock" reason="你不是这个部门的处置员。需要的话，请联系管理员任命。" />
  return (
    <>
      <NameOf organisationId={own.organisationId} />
      <Mine
        organisationId={own.organisationId}
        of={filters.of === 'own' ? 'own' : 'department'}
        order={filters.order === 'distance' ? 'distance' : 'deadline'}
        onChange={change}
      />
    </>
  )
}
