import type { Activity } from '@contract/volunteering/activities'
import { View } from '@tarojs/components'
import { errorText } from '@/cloud/errorText'
import { Button } from '@/components/button'
import { Sheet } from '@/components/sheet'
import { open, routes } from '@/routes'
import type { Obstacle, SigningUp } from '../../activity/useSigningUp'

const titles: Record<Obstacle['code'], string> = {
  clash: '时间有冲突',
  not_volunteer: '先注册成为志愿者',
  members_only: '只限本队队员',
  skill_needed: '这个岗位要有技能',
  too_young_for_role: '这个岗位有年龄要求',
}

interface ObstacleSheetProps {
  obstacle: Obstacle
  activity: Activity
  roleId: string
  signing: SigningUp
}

const WayOn = ({ obstacle, activity, roleId, signing }: ObstacleSheetProps) => {
  const leadTo = (words: string, address: string) => (
    <Button
      onPress={() => {
        signing.forget()
        return open(address)
      }}
    >
      {words}
    </Button>
  )
  if (obstacle.code === 'clash')
    return (
      <>
        <Button onPress={() => signing.signUp(roleId, true)}>两场都能到，仍然报名</Button>
        <Button
          kind="quiet"
          onPress={() => {
            signing.forget()
            return open(routes.activity(obstacle.activityId))
          }}
        >
          看看那一场
        </Button>
      </>
    )
  if (obstacle.code === 'members_only') return leadTo('去看这支服务队', routes.team(activity.organisationId))
  if (obstacle.code === 'too_young_for_role') return <Button onPress={signing.forget}>换一个岗位</Button>
  const words = obstacle.code === 'not_volunteer' ? '去注册，一分钟' : '去填写我的技能'
  return leadTo(words, routes.volunteerProfile)
}

/** Why the sign-up was not taken, and the way on. */
export const ObstacleSheet = (props: ObstacleSheetProps) => (
  <Sheet
    title={titles[props.obstacle.code]}
    isOpen
    onClose={props.signing.forget}
    actions={<WayOn {...props} />}
  >
    <View>{errorText(props.obstacle)}</View>
  </Sheet>
)
