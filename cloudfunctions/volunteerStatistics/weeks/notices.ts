import { weekStart } from '../../../contract/volunteering/weeks'
import { SHANGHAI_OFFSET } from '../../platform/clock'
import type { Notice } from '../../platform/messages'
import type { KnownOrganisation } from '../../platform/organisations'
import type { Look } from './rules'

/** What leaders and staff are told about weeks. What it is about names unit, week and purpose: told once. */

const DAY = 86_400_000

const dayWords = (moment: number): string => {
  const day = new Date(moment + SHANGHAI_OFFSET)
  return `${day.getUTCMonth() + 1}月${day.getUTCDate()}日`
}

/** `11月16日至11月22日` */
const weekWords = (week: string): string =>
  `${dayWords(weekStart(week))}至${dayWords(weekStart(week) + 6 * DAY)}`

export function noticeOf(
  { _id, name, placeCode }: Pick<KnownOrganisation, '_id' | 'name' | 'placeCode'>,
  { week, for: purpose }: Look,
  accountId: string,
): Notice {
  const about = `${_id}/${week}/${purpose}`
  if (purpose === 'reminder')
    return {
      accountId,
      kind: 'volunteerWork',
      about,
      title: '本周还没有安排活动',
      line: `${name} ${weekWords(week)}还没有志愿服务活动。请安排一次，有困难请告诉管理员。`,
      page: `features/organising/pages/home/index?organisationId=${_id}`,
    }
  return {
    accountId,
    kind: 'volunteerWork',
    about,
    title: '有单位上周没有开展活动',
    line: `${name} ${weekWords(week)}没有计入时长的志愿服务活动。请了解情况，合理的可以免做。`,
    page: `features/administration/pages/unitWeeks/index?placeCode=${placeCode}`,
  }
}
