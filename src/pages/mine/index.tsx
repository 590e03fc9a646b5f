import { View } from '@tarojs/components'
import { call } from '@/cloud/call'
import { useIsSignedIn, useSession } from '@/cloud/session'
import { useAnswer, useRefreshOnPull } from '@/cloud/useAnswer'
import { Page } from '@/components/page'
import { refreshUnread } from '@/messages/unread'
import { Identity } from './identity'
import { Messages, Records } from './records'
import { Settings } from './settings'
import { Work } from './work'
import './index.scss'

export default function MinePage() {
  const isSignedIn = useIsSignedIn()
  const owner = useSession()?.identity.id ?? ''
  const me = useAnswer(isSignedIn ? `me/${owner}` : null, () => call('accounts', 'getMe', {}))
  useRefreshOnPull(me.refresh, refreshUnread)
  const known = me.state.status === 'ready' ? me.state.value : null
  return (
    <Page title="我的" isTab>
      <Identity />
      {known ? <Work me={known} /> : null}
      {isSignedIn ? <Messages /> : null}
      {isSignedIn ? <Records /> : null}
      <Settings me={known} />
      <View className="mine__about">共治 · 标有“示例数据”的活动和组织都是为试用编的</View>
    </Page>
  )
}
