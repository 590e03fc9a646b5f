import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { call } from '@/cloud/call'
import { type DeskSignInState, signOutAtDesk } from '@/cloud/deskSignIn'
import { errorRequestId, errorText } from '@/cloud/errorText'
import { type DeskSession, useSession } from '@/cloud/session'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ErrorState } from '@/components/errorState'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { openTab, replaceBy, routes } from '@/routes'
import { momentWords } from '@/words/moments'
import { SignInCode } from '../../components/signInCode'
import { useDeskSignIn } from '../../components/useDeskSignIn'
import './index.scss'

const STEPS = [
  '用手机打开微信里的“共治”小程序。',
  '在“我的”里点“扫码登录电脑”，扫这个码。',
  '在手机上核对后，点“确认登录”。',
]

const Steps = () => (
  <Card title="怎样登录">
    {STEPS.map((step, index) => (
      <View key={step} className="signIn__step">
        <View className="signIn__number">{index + 1}</View>
        <View>{step}</View>
      </View>
    ))}
    <View className="signIn__note">
      关闭这个网页就会退出。最长用 10 小时，1 小时不用会自动退出。公用的电脑，用完请退出。
    </View>
  </Card>
)

/** To the work of whoever has some, else to one's own page. */
const goOn = async () => {
  const me = await call('accounts', 'getMe', {})
  await (me.ok && me.value.grants.length > 0 ? replaceBy(routes.administration) : openTab(routes.mine))
}

const Ended = ({ words, onAgain }: { words: string; onAgain: () => void }) => (
  <>
    <Notice kind="warning" title={words}>
      需要登录时，请重新取一个登录码。
    </Notice>
    <Button icon="refresh" onPress={onAgain}>
      重新取码
    </Button>
  </>
)

const Progress = ({ state, onAgain }: { state: DeskSignInState; onAgain: () => void }) => {
  if (state.status === 'starting') return <Skeleton shape="card" />
  if (state.status === 'signedIn') return <Notice kind="success" title="登录成功，正在打开" />
  if (state.status === 'expired') return <Ended words="登录码已经过期" onAgain={onAgain} />
  if (state.status === 'refused') return <Ended words="手机上选择了“不是我”，没有登录" onAgain={onAgain} />
  if (state.status === 'failed')
    return (
      <ErrorState
        sentence={errorText(state.error)}
        requestId={errorRequestId(state.error)}
        onRetry={onAgain}
      />
    )
  return (
    <>
      <SignInCode code={state.code} until={state.until} />
      {state.isCutOff ? <Notice kind="warning">没有连上网络。连上以后会自动继续。</Notice> : null}
    </>
  )
}

const SignedIn = ({ session }: { session: DeskSession }) => (
  <Card title="这台电脑已经登录">
    <View>最晚 {momentWords(session.expiresAt)} 自动退出。</View>
    <View className="signIn__actions">
      <Button onPress={goOn}>继续使用</Button>
      <Button kind="secondary" icon="leave" onPress={signOutAtDesk}>
        退出登录
      </Button>
    </View>
  </Card>
)

export default function SignInPage() {
  const session = useSession()
  const desk = session?.kind === 'desk' ? session : null
  const { state, restart } = useDeskSignIn(desk === null)
  const isDone = state.status === 'signedIn'
  useEffect(() => {
    if (isDone) void goOn()
  }, [isDone])
  return (
    <Page title="电脑登录" isWide>
      <View className="signIn">
        <View className="signIn__part">
          {desk && !isDone ? (
            <SignedIn session={desk} />
          ) : (
            <Card title="用手机扫码登录">
              <Progress state={state} onAgain={restart} />
            </Card>
          )}
        </View>
        <View className="signIn__part">
          <Steps />
        </View>
      </View>
    </Page>
  )
}
