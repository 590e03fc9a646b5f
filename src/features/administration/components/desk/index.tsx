import type { WorkKind } from '@contract/workKinds'
import type { ReactNode } from 'react'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { EmptyState } from '@/components/emptyState'
import { Page } from '@/components/page'
import { useIsWide } from '@/components/page/desk'
import { Skeleton } from '@/components/skeleton'
import { goBack, open, openTab, replaceBy, routes } from '@/routes'
import type { Section } from '../../menu'
import { type Staff, useStaff } from '../../useStaff'
import { DeskNavigation } from './navigation'

interface DeskProps {
  title: string
  /** What is marked in the navigation. */
  current: Section | WorkKind
  footer?: ReactNode
  overlay?: ReactNode
  /** The page, for a member of staff at a place of theirs. */
  children: (staff: Staff) => ReactNode
}

const signInWay =
  process.env.TARO_ENV === 'h5'
    ? { text: '去登录', onPress: () => open(routes.signIn) }
    : { text: '返回', onPress: goBack }

const SignedOut = () => <EmptyState icon="lock" reason="先登录，再打开工作台" way={signInWay} />

const NotStaff = () => (
  <>
    <EmptyState
      icon="lock"
      reason="这里是工作人员用的，你的身份没有授权。需要授权时，把“我的”里的账号编号告诉管理员。"
      way={{ text: '回到首页', onPress: () => openTab(routes.home) }}
    />
    <Button kind="quiet" onPress={() => open(routes.claim)}>
      我有部署口令，成为第一位管理员
    </Button>
  </>
)

const ElsewhereOnly = () => (
  <EmptyState
    icon="place"
    reason="你在这个地区没有工作身份"
    way={{ text: '打开我的工作台', onPress: () => replaceBy(routes.administration) }}
  />
)

/** The frame of every staff page: at a desk with the navigation at the left, on the phone the page alone. */
export const Desk = ({ title, current, footer, overlay, children }: DeskProps) => {
  const isWide = useIsWide()
  const { isSignedIn, me, staff } = useStaff(isWide || current === 'overview')
  return (
    <Page
      title={title}
      isWide
      navigation={staff ? <DeskNavigation staff={staff} current={current} /> : null}
      footer={staff ? footer : null}
      overlay={overlay}
    >
      {isSignedIn ? (
        <Answered answer={me} skeleton={<Skeleton shape="text" count={3} />}>
          {({ grants }) => {
            if (staff) return children(staff)
            return grants.length > 0 ? <ElsewhereOnly /> : <NotStaff />
          }}
        </Answered>
      ) : (
        <SignedOut />
      )}
    </Page>
  )
}
