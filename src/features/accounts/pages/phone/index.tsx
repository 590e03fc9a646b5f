import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import { useIsSignedIn, useSession } from '@/cloud/session'
import { useAnswer } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { EmptyState } from '@/components/emptyState'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { goBack } from '@/routes'
import { PhoneButton } from '../../components/phoneButton'

const Verified = ({ phoneMask }: { phoneMask: string }) => (
  <Notice kind="success" title="手机号已验证">
    {phoneMask}。现在可以回去继续投票。
  </Notice>
)

const Why = () => (
  <Card title="为什么要验证手机号">
    <View>有的投票规定一个手机号投一票，防止重复投票。</View>
    <View>我们只保存加密后的号码和“138******21”这样的显示，不会打电话，也不会给别人看。</View>
  </Card>
)

const Verification = ({
  phoneMask,
  onVerified,
}: {
  phoneMask: string | null
  onVerified: () => Promise<void>
}) => {
  const [trouble, setTrouble] = useState<string | null>(null)
  const verify = async (code: string) => {
    setTrouble(null)
    const answer = await call('accounts', 'verifyPhone', { code }, { requestId: newRequestId() })
    if (answer.ok) await onVerified()
    else setTrouble(errorText(answer.error))
  }
  const words = phoneMask ? '换一个手机号' : '验证手机号'
  return (
    <>
      {phoneMask ? <Verified phoneMask={phoneMask} /> : null}
      <Why />
      {trouble ? <Notice kind="error">{trouble}</Notice> : null}
      <PhoneButton words={words} onCode={verify} onTrouble={setTrouble} />
      {phoneMask ? (
        <Button kind="secondary" onPress={goBack}>
          返回
        </Button>
      ) : null}
    </>
  )
}

export default function PhonePage() {
  const isSignedIn = useIsSignedIn()
  const owner = useSession()?.identity.id ?? ''
  const me = useAnswer(isSignedIn ? `me/${owner}` : null, () => call('accounts', 'getMe', {}))
  return (
    <Page title="手机号">
      {isSignedIn ? (
        <Answered answer={me} skeleton={<Skeleton shape="text" />}>
          {({ phoneMask }) => <Verification phoneMask={phoneMask} onVerified={me.refresh} />}
        </Answered>
      ) : (
        <EmptyState
          icon="phone"
          reason="请先选择身份，再验证手机号"
          way={{ text: '返回', onPress: goBack }}
        />
      )}
    </Page>
  )
}
