import type { activities } from '../../contract/activities'
import { ok } from '../../contract/result'
import type { SignUpState } from '../../contract/volunteering/activities'
import { now as currentTime, shanghaiTime } from '../platform/clock'
import type { Forget } from '../platform/forgetting'
import { keyedName } from '../platform/secrets'
import type { Methods } from '../platform/serve'
import { type SignUpRow, signUpId } from '../platform/volunteering/rows'
import type { FeedbackRow } from './after/rows'
import * as after from './after/store'
import { canSignUp, isActive, moved } from './signUps/rules'
import { changeSignUp } from './signUps/seating'
import * as signUps from './signUps/store'
import { inTransaction } from './signUps/store'

/** What the program keeps of who signs up and says something, and how it goes. */

const AT_ONCE = 100

const STATE_WORDS: Record<SignUpState, string> = {
  queued: '正在排位',
  confirmed: '已报名',
  waiting: '候补',
  offered: '等待确认',
  withdrawn: '已退出',
  lapsed: '没有及时确认',
  cancelled: '活动取消',
}

export const exportMyData: Methods<typeof activities>['exportMyData'] = async ({ caller: { accountId } }) => {
  const rows = await allSignUps(accountId)
  const said = await allFeedback(accountId)
  return ok({
    sections: [
      {
        title: '活动报名',
        items: rows.map(({ theme, roleName, startsAt, state, isLate, signedUpAt }) => ({
          活动: theme,
          岗位: roleName,
          活动时间: shanghaiTime(startsAt),
          报名时间: shanghaiTime(signedUpAt),
          状态: STATE_WORDS[state] + (isLate ? '（临近开始）' : ''),
        })),
      },
      {
        title: '活动评价',
        items: said.map(({ activityId, stars, words, at }) => ({
          活动编号: activityId,
          星级: stars,
          评价: words === '' ? null : words,
          时间: shanghaiTime(at),
        })),
      },
    ],
  })
}

async function allSignUps(accountId: string): Promise<SignUpRow[]> {
  const found = new Map<string, SignUpRow>()
  for (let from = 0; ; ) {
    const page = await signUps.listOwn(accountId, from, AT_ONCE)
    for (const row of page) found.set(row._id, row)
    const last = page.at(-1)
    if (!last || page.length < AT_ONCE || last.startsAt === from) return [...found.values()]
    from = last.startsAt
  }
}

async function allFeedback(accountId: string): Promise<FeedbackRow[]> {
  const found: FeedbackRow[] = []
  for (;;) {
    const page = await after.listFeedbackOf(accountId, AT_ONCE, found.length)
    found.push(...page)
    if (page.length < AT_ONCE) return found
  }
}

/**
 * Seats that the person was to come for are given back, and the next ones get them; what is over stays counted, without
 * the person. What is younger than the wish is somebody's who came back.
 */
export const forget: Forget = async (accountId, requestedAt) => {
  const rows = (await allSignUps(accountId)).filter(({ signedUpAt }) => signedUpAt <= requestedAt)
  for (const row of rows) {
    await giveBack(row)
    await dropPerson(row)
  }
  const said = (await allFeedback(accountId)).filter(({ at }) => at <= requestedAt)
  for (const { _id } of said) await after.dropAuthor(_id, accountId)
}

async function giveBack({ _id, activityId, accountId }: SignUpRow): Promise<void> {
  const at = currentTime()
  const act = { requestId: '', by: accountId, reason: '账号已注销', at }
  await changeSignUp(activityId, _id, at, (seats, row) =>
    isActive(row) && canSignUp(seats.activity, at) ? moved(seats, row, 'withdrawn', act) : null,
  )
}

/** Its name holds the person, so the row gets another one. */
const dropPerson = ({ _id, activityId, accountId }: SignUpRow): Promise<void> =>
  inTransaction(async (transaction) => {
    const row = await transaction.find<SignUpRow>('signUps', _id)
    if (!row) return
    const nobody = keyedName('formerVolunteer', activityId, accountId)
    const history = row.history.map((entry) => ({ ...entry, accountId: null }))
    await transaction.remove('signUps', _id)
    await transaction.put<SignUpRow>('signUps', {
      ...row,
      _id: signUpId(activityId, nobody),
      accountId: nobody,
      remindAt: null,
      history,
    })
  })
