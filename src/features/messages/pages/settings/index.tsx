import { call } from '@/cloud/call'
import { useIsSignedIn, useSession } from '@/cloud/session'
import { useAnswer } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { EmptyState } from '@/components/emptyState'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { openTab, routes } from '@/routes'
import { NoticesCard } from '../../components/noticesCard'
import { QuietHoursCard } from '../../components/quietHours'

const Settings = ({ owner }: { owner: string }) => {
  const settings = useAnswer(`messageSettings/${owner}`, () => call('messages', 'getSettings', {}))
  return (
    <Answered answer={settings} skeleton={<Skeleton shape="text" count={2} />}>
      {({ templates, quietHours }) => (
        <>
          <QuietHoursCard quietHours={quietHours} onChanged={settings.refresh} />
          <NoticesCard templates={templates} onAgreed={settings.refresh} />
        </>
      )}
    </Answered>
  )
}

/** 消息设置. */
export default function MessageSettingsPage() {
  const isSignedIn = useIsSignedIn()
  const owner = useSession()?.identity.id ?? ''
  return (
    <Page title="消息设置">
      {isSignedIn ? (
        <Settings key={owner} owner={owner} />
      ) : (
        <EmptyState
          icon="notify"
          reason="登录以后，才能设置你的消息"
          way={{ text: '去“我的”', onPress: () => openTab(routes.mine) }}
        />
      )}
    </Page>
  )
}
