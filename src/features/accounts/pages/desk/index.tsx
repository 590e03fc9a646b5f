import type { DeskSignIn } from '@contract/accounts'
import { useRouter } from '@tarojs/taro'
import { useCallback, useEffect, useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { useIsSignedIn } from '@/cloud/session'
import { Button } from '@/components/button'
import { EmptyState } from '@/components/emptyState'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { goBack, replaceBy, routes } from '@/routes'
import { DeskCodeForm } from '../../components/deskCodeForm'
import { type DeskAnswer, DeskConfirmation } from '../../components/deskConfirmation'
import { readDeskCode } from '../../deskCode'

type Step =
  | { at: 'typing'; trouble: string | null }
  | { at: 'asking' }
  | { at: 'answering'; code: string; signIn: DeskSignIn }
  | { at: 'answered'; answer: DeskAnswer }

const Answered = ({ answer }: { answer: DeskAnswer }) => (
  <>
    {answer === 'confirm' ? (
      <Notice kind="success" title="已确认登录">
        请回到电脑前继续。用完可以在“登录过的设备”里让它退出。
      </Notice>
    ) : (
      <Notice kind="information" title="没有登录">
        那台电脑没有登录，你的账号是安全的。登录码是别人发来的，请告诉管理员。
      </Notice>
    )}
    <Button kind="secondary" icon="desk" onPress={() => replaceBy(routes.devices)}>
      看登录过的设备
    </Button>
    <Button kind="quiet" onPress={goBack}>
      返回
    </Button>
  </>
)

/** With a code in the address, from scanning it, the first step is done already. */
const Steps = ({ given }: { given: string | null }) => {
  const [typed, setTyped] = useState(given ?? '')
  const [step, setStep] = useState<Step>({ at: 'typing', trouble: null })
  const ask = useCallback(async (code: string) => {
    setStep({ at: 'asking' })
    const answer = await call('accounts', 'getDeskSignIn', { code })
    if (answer.ok) setStep({ at: 'answering', code, signIn: answer.value })
    else setStep({ at: 'typing', trouble: errorText(answer.error) })
  }, [])
  useEffect(() => {
    if (given) void ask(given)
  }, [given, ask])
  if (step.at === 'asking') return <Skeleton shape="text" />
  if (step.at === 'answered') return <Answered answer={step.answer} />
  if (step.at === 'answering')
    return (
      <DeskConfirmation
        code={step.code}
        signIn={step.signIn}
        onAnswered={(answer) => setStep({ at: 'answered', answer })}
      />
    )
  return <DeskCodeForm typed={typed} onType={setTyped} trouble={step.trouble} onCode={ask} />
}

export default function DeskPage() {
  const isSignedIn = useIsSignedIn()
  const given = readDeskCode(useRouter().params.code ?? '')
  return (
    <Page title="扫码登录电脑">
      {isSignedIn ? (
        <Steps given={given} />
      ) : (
        <EmptyState
          icon="scan"
          reason="请打开微信里的“共治”小程序，在“我的”里点“扫码登录电脑”，再扫这个二维码"
          way={{ text: '回到首页', onPress: goBack }}
        />
      )}
    </Page>
  )
}
