import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { EmptyState } from '@/components/emptyState'
import { Notice } from '@/components/notice'
import { pathWords, usePlacePath } from '@/components/placeName/names'
import { goBack } from '@/routes'
import { roleWords } from '@/words/roles'
import { type Appointment, endOf, problemsOf, reviewWords } from '../../appointment'
import { lastDayWords } from '../../staffWords'
import type { Staff } from '../../useStaff'
import { AppointForm } from './appointForm'
import { useAppointment } from './useAppointment'

const useReview = (appointment: Appointment): string => {
  const place = pathWords(usePlacePath(appointment.placeCode))
  const { role } = appointment
  const endsAt = endOf(appointment)
  const end = endsAt === null ? '没有期限，直到管理员结束' : `到${lastDayWords(endsAt)}为止`
  return reviewWords(appointment, { place, roleName: role ? roleWords[role] : '' }, end)
}

const Done = ({ review, onAgain }: { review: string; onAgain: () => void }) => (
  <>
    <Notice kind="success" title="已任命">
      {review}
    </Notice>
    <Card title="接下来">
      <View>对方会在“消息”里收到通知，在“我的”里看到工作台。</View>
      <View>需要电话联系的，请提醒对方在“我的”里填写工作联系方式。</View>
    </Card>
    <View className="listActs">
      <Button onPress={goBack}>回到人员</Button>
      <Button kind="secondary" onPress={onAgain}>
        再任命一位
      </Button>
    </View>
  </>
)

const Appointing = ({ placeCode }: { placeCode: string }) => {
  const { appointment, problems, trouble, isDone, change, send, startAnew } = useAppointment(placeCode)
  const review = useReview(appointment)
  if (isDone) return <Done review={review} onAgain={startAnew} />
  const isReady = Object.keys(problemsOf(appointment, Date.now())).length === 0
  return (
    <>
      <AppointForm within={placeCode} appointment={appointment} problems={problems} onChange={change} />
      {trouble ? (
        <Notice kind="error" title="还没有任命">
          {trouble}
        </Notice>
      ) : null}
      {isReady && !trouble ? (
        <Notice kind="information" title="请核对">
          {review}
        </Notice>
      ) : null}
      <Button onPress={send}>任命</Button>
    </>
  )
}

/** Gives somebody a role at this place or below it. */
export const AppointPageContent = ({ staff: { placeCode, roles } }: { staff: Staff }) =>
  roles.includes('administrator') ? (
    <Appointing placeCode={placeCode} />
  ) : (
    <EmptyState icon="lock" reason="只有管理员可以任命工作人员" way={{ text: '返回', onPress: goBack }} />
  )
