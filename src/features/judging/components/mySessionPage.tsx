import type { MySession } from '@contract/judging'
import type { ReactNode } from 'react'
import { Answered } from '@/components/answered'
import { EmptyState } from '@/components/emptyState'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { openTab, routes } from '@/routes'
import type { useMySession } from '../useMySession'

interface MySessionPageProps {
  title: string
  watched: ReturnType<typeof useMySession>
  footer?: ReactNode
  overlay?: ReactNode
  children: (session: MySession) => ReactNode
}

/** The frame of a judge's pages: signed in, loaded, and told when it may be out of date. */
export const MySessionPage = ({ title, watched, footer, overlay, children }: MySessionPageProps) => (
  <Page title={title} footer={footer} overlay={overlay}>
    {watched.isSignedIn ? (
      <Answered answer={watched.answer} skeleton={<Skeleton shape="row" count={5} />}>
        {(session) => (
          <>
            {watched.isConnected ? null : (
              <Notice kind="warning" title="现在没有连上网络">
                下面可能不是最新的情况。你填的分数存在这台手机上，连上以后再保存。
              </Notice>
            )}
            {children(session)}
          </>
        )}
      </Answered>
    ) : (
      <EmptyState
        icon="lock"
        reason="登录以后，才能看到你参加的评审"
        way={{ text: '去“我的”', onPress: () => openTab(routes.mine) }}
      />
    )}
  </Page>
)
