import { shanghaiTime } from '../../platform/clock'
import type { Notice } from '../../platform/messages'
import type { ActivityRow, SignUpRow } from '../../platform/volunteering/rows'
import { isActive, type Reminder } from './rules'

/** What people are told of their sign-ups, in plain words. Pure. */

export const pageOf = (activityId: string): string =>
  `features/volunteering/pages/activity/index?activityId=${activityId}`

type Told = Pick<ActivityRow, 'theme' | 'startsAt' | 'address' | 'notice'>

const whenAndWhere = ({ theme, startsAt, address }: Told): string =>
  `${theme}，${shanghaiTime(startsAt)}，${address}`

const notice = (row: SignUpRow, about: string, title: string, line: string): Notice => ({
  accountId: row.accountId,
  kind: 'activityMoved',
  about: `${row._id}/${about}`,
  title,
  line,
  page: pageOf(row.activityId),
})

/** Longer ago than this somebody no longer looks at the screen on which they have signed up. */
const STILL_LOOKING = 30_000

/** Of a change of state that the person did not make, or null when there is nothing to tell. */
export function noticeOfChange(
  before: SignUpRow,
  after: SignUpRow,
  activity: Told,
  now: number,
): Notice | null {
  const tell = (title: string, line: string) => notice(after, `v${after.version}`, title, line)
  if (after.history.at(-1)?.accountId != null) return null
  switch (after.state) {
    case 'offered':
      return tell(
        '轮到你了，请确认',
        `${whenAndWhere(activity)}。请在 ${shanghaiTime(after.confirmBy ?? now)} 前确认，过时名额给下一位`,
      )
    case 'lapsed':
      return tell('没有及时确认，名额已给下一位', whenAndWhere(activity))
    case 'cancelled':
      return tell('活动取消了', `${whenAndWhere(activity)}。${activity.notice}`)
    case 'withdrawn':
      return tell('你报的岗位取消了', `${whenAndWhere(activity)}。可以改报别的岗位`)
    case 'confirmed':
      if (before.state === 'waiting') return tell('轮到你了，已经报上名', whenAndWhere(activity))
      return isStillLooking(after, now) ? null : tell('已经报上名', whenAndWhere(activity))
    case 'waiting':
      return isStillLooking(after, now) ? null : tell('已经排上候补', whenAndWhere(activity))
    default:
      return null
  }
}

const isStillLooking = ({ signedUpAt }: SignUpRow, now: number): boolean => now - signedUpAt < STILL_LOOKING

/** Of a change of the activity. Told once for each of its versions. */
export function noticeOfMove(row: SignUpRow, activity: ActivityRow): Notice | null {
  if (!isActive(row)) return null
  const title = row.startsAt === activity.startsAt ? '活动有变化' : '活动改期了'
  return notice(row, `activity${activity.version}`, title, `${whenAndWhere(activity)}。${activity.notice}`)
}

const REMINDERS: Record<Reminder, string> = { eve: '明天有志愿活动', soon: '志愿活动快开始了' }

/** Once for each time that the activity has had. */
export const reminderOf = (row: SignUpRow, activity: Told, kind: Reminder): Notice => ({
  ...notice(
    row,
    `${kind}${activity.startsAt}`,
    REMINDERS[kind],
    `${whenAndWhere(activity)}。来不了请早点退出`,
  ),
  kind: 'activityReminder',
})
