import type { StaffMember } from '@contract/administration'
import type { Role } from '@contract/method'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { useRefreshOnPull } from '@/cloud/useAnswer'
import { usePages } from '@/cloud/usePages'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { EmptyState } from '@/components/emptyState'
import { Skeleton } from '@/components/skeleton'
import { goBack, open, routes } from '@/routes'
import { isRole } from '../../staffWords'
import { useFilters } from '../../useFilters'
import type { Staff } from '../../useStaff'
import { MoreButton } from '../moreButton'
import { PrintButton } from '../printButton'
import { MemberSheets } from './memberSheets'
import { type HoldingState, StaffFilters } from './staffFilters'
import { StaffTable } from './staffTable'

interface StaffView {
  role: Role | undefined
  state: HoldingState
}

const useStaffView = (placeCode: string) => {
  const [{ role, state }, change] = useFilters(['role', 'state'], (filters) =>
    routes.staff(placeCode, filters),
  )
  const view: StaffView = {
    role: isRole(role) ? role : undefined,
    state: state === 'ended' ? 'ended' : 'holding',
  }
  return { view, change }
}

const useStaffBook = (placeCode: string, { role, state }: StaffView) =>
  usePages(`${placeCode}/${role}/${state}`, {
    ask: (after: string | undefined) =>
      call('administration', 'listStaff', { placeCode, role, state, after }),
    read: ({ staff, next }) => ({ items: staff, next }),
  })

const Nobody = ({ view }: { view: StaffView }) => (
  <EmptyState
    icon="people"
    reason={
      view.state === 'ended'
        ? '没有已经结束的身份'
        : '这里还没有这样的工作人员。请对方在“我的”里复制账号编号，再点“任命”。'
    }
  />
)

const List = ({ staff: { placeCode, roles } }: { staff: Staff }) => {
  const { view, change } = useStaffView(placeCode)
  const book = useStaffBook(placeCode, view)
  const [opened, setOpened] = useState<StaffMember | null>(null)
  const mayManage = roles.includes('administrator')
  useRefreshOnPull(book.refresh)
  return (
    <>
      <View className="listActs">
        {mayManage ? (
          <Button icon="add" onPress={() => open(routes.appoint(placeCode))}>
            任命
          </Button>
        ) : null}
        <PrintButton />
      </View>
      <StaffFilters {...view} onChange={change} />
      <Answered answer={book} skeleton={<Skeleton shape="text" count={4} />}>
        {() =>
          book.items.length === 0 ? (
            <Nobody view={view} />
          ) : (
            <StaffTable staff={book.items} onOpen={setOpened} />
          )
        }
      </Answered>
      <MoreButton book={book} />
      {opened ? (
        <MemberSheets
          member={opened}
          mayManage={mayManage}
          mayEnd={view.state === 'holding'}
          onClose={() => setOpened(null)}
          onEnded={book.refresh}
        />
      ) : null}
    </>
  )
}

/** Who works at this place and below it, and as what. */
export const StaffPageContent = ({ staff }: { staff: Staff }) =>
  staff.roles.includes('administrator') || staff.roles.includes('auditor') ? (
    <List staff={staff} />
  ) : (
    <EmptyState icon="lock" reason="只有管理员和审计员可以看人员" way={{ text: '返回', onPress: goBack }} />
  )
