import type { Volunteer } from '@contract/volunteering/people'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { useIsSignedIn, useSession } from '@/cloud/session'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { EmptyState } from '@/components/emptyState'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { open, routes } from '@/routes'
import { CardFace } from '../../components/card/cardFace'
import { keepCard, readCard } from '../../components/card/keptCard'
import { RenewSheet } from '../../components/card/renewSheet'
import { SignInFirst } from '../../components/signInFirst'
import { useMyVolunteer } from '../../useMyVolunteer'

const TITLE = '志愿者卡'

const Shown = ({ volunteer, refresh }: { volunteer: Volunteer; refresh: () => Promise<void> }) => {
  const [isRenewing, setRenewing] = useState(false)
  const { name, cardCode } = volunteer
  useEffect(() => keepCard({ name, cardCode }), [name, cardCode])
  return (
    <>
      <CardFace name={name} cardCode={cardCode} />
      <Card title="没有手机也能用">
        <View>把卡号抄在纸上带到现场，负责人输入卡号就能帮你签到。卡号里没有你的姓名和电话。</View>
        <Button kind="quiet" icon="refresh" onPress={() => setRenewing(true)}>
          卡丢了，换一个卡号
        </Button>
      </Card>
      {isRenewing ? <RenewSheet onClose={() => setRenewing(false)} onRenewed={refresh} /> : null}
    </>
  )
}

const NotRegistered = () => (
  <EmptyState
    icon="volunteering"
    reason="注册成为志愿者以后，就有自己的卡。"
    way={{ text: '去注册', onPress: () => open(routes.volunteerProfile) }}
  />
)

/** What to show at an activity; without a network as the phone saw it last. */
const CardContent = () => {
  const { answer } = useMyVolunteer()
  const [kept] = useState(readCard)
  if (answer.state.status === 'failed' && kept)
    return (
      <>
        <Notice kind="warning" title="没有连上网">
          这是上次看到的卡，一样可以给负责人扫。
        </Notice>
        <CardFace {...kept} />
        <Button kind="secondary" icon="refresh" onPress={answer.refresh}>
          再连一次
        </Button>
      </>
    )
  return (
    <Answered answer={answer} skeleton={<Skeleton shape="card" />}>
      {({ volunteer }) =>
        volunteer ? <Shown volunteer={volunteer} refresh={answer.refresh} /> : <NotRegistered />
      }
    </Answered>
  )
}

export default function CardPage() {
  const isSignedIn = useIsSignedIn()
  const owner = useSession()?.identity.id ?? ''
  return (
    <Page title={TITLE}>
      {isSignedIn ? <CardContent key={owner} /> : <SignInFirst reason="登录以后可以看到自己的志愿者卡。" />}
    </Page>
  )
}
