import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { call } from '@/cloud/call'
import { useIsSignedIn, useSession } from '@/cloud/session'
import { useAnswer, useRefreshOnPull } from '@/cloud/useAnswer'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ListRow } from '@/components/listRow'
import { Page } from '@/components/page'
import { SignUpCard } from '@/components/signUpCard'
import { open, openTab, routes } from '@/routes'
import { foremost } from './foremost'
import { rememberVolunteer } from './known'
import { useWeek, Week } from './week'
import './index.scss'

const WHOLE_CITY = '310000'
/** Digits of the codes of districts and streets. */
const [DISTRICT, STREET] = [6, 9]

const useMine = () => {
  const isSignedIn = useIsSignedIn()
  const owner = useSession()?.identity.id ?? ''
  const record = useAnswer(isSignedIn ? `volunteer/${owner}` : null, () =>
    call('volunteers', 'getMyVolunteer', {}),
  )
  const signUps = useAnswer(isSignedIn ? `signUps/${owner}` : null, () =>
    call('activities', 'listMySignUps', { when: 'coming' }),
  )
  const known = record.state.status === 'ready' ? record.state.value.volunteer : undefined
  const isVolunteer = known === undefined ? undefined : known !== null
  useEffect(() => {
    if (isVolunteer !== undefined) rememberVolunteer(isVolunteer)
  }, [isVolunteer])
  return { isSignedIn, record, signUps, volunteer: known }
}

const Next = ({ signUps }: { signUps: ReturnType<typeof useMine>['signUps'] }) => {
  const { state, refresh } = signUps
  return state.status === 'ready'
    ? foremost(state.value.signUps).map((signUp) => (
        <SignUpCard key={signUp.activityId} signUp={signUp} now={Date.now()} onChanged={refresh} />
      ))
    : null
}

const Registering = () => (
  <Card title="成为志愿者">
    <View>报名活动，到场签到，服务时长自动记下来，随时可以免费开具证明。</View>
    <View className="volunteering__needs">
      需要姓名、出生年月和所在街道。年满 8 周岁就可以注册，未满 18 周岁要监护人同意。
    </View>
    <Button icon="volunteering" onPress={() => open(routes.volunteerProfile)}>
      注册成为志愿者
    </Button>
  </Card>
)

const Ways = ({ isVolunteer }: { isVolunteer: boolean }) => (
  <Card>
    {isVolunteer ? (
      <>
        <ListRow icon="list" title="我的报名" onPress={() => open(routes.mySignUps)} />
        <ListRow
          icon="clock"
          title="我的时长"
          line="明细、星级和服务证明"
          onPress={() => open(routes.myHours)}
        />
        <ListRow
          icon="qrCode"
          title="志愿者卡"
          line="到场给负责人看"
          onPress={() => open(routes.volunteerCard)}
        />
        <ListRow icon="person" title="志愿者资料" onPress={() => open(routes.volunteerProfile)} />
      </>
    ) : null}
    <ListRow
      icon="people"
      title="服务队"
      line="十二类服务队，可以申请加入"
      onPress={() => open(routes.teams())}
    />
    <ListRow
      icon="result"
      title="榜单"
      line="按服务时长，每周、每月、每年"
      onPress={() => open(routes.boards())}
    />
    <ListRow
      icon="search"
      title="核验证明"
      line="看一份服务证明是不是真的"
      onPress={() => open(routes.verifyCertificate())}
    />
  </Card>
)

/** 志愿: what comes next for me, what there is near me, and the ways on. */
export default function VolunteeringPage() {
  const { isSignedIn, record, signUps, volunteer } = useMine()
  const isPlaceKnown = !isSignedIn || record.state.status !== 'loading'
  const street = volunteer?.placeCode.slice(0, STREET) ?? null
  const placeCode = isPlaceKnown ? (street?.slice(0, DISTRICT) ?? WHOLE_CITY) : null
  const week = useWeek(placeCode)
  useRefreshOnPull(record.refresh, signUps.refresh, week.refresh)
  return (
    <Page title="志愿" isTab>
      {isSignedIn ? null : (
        <Card>
          <ListRow
            icon="person"
            title="登录以后可以报名"
            line="也能看到自己的时长"
            onPress={() => openTab(routes.mine)}
          />
        </Card>
      )}
      {volunteer === null ? <Registering /> : null}
      <Next signUps={signUps} />
      <Week placeCode={placeCode} answer={week} street={street} />
      <Ways isVolunteer={Boolean(volunteer)} />
    </Page>
  )
}
