import { PAGE_SIZE } from '../../contract/limits'
import { ok } from '../../contract/result'
import type { AnnulmentState, ClaimState, HourEntryKind, volunteerHours } from '../../contract/volunteerHours'
import { shanghaiTime } from '../platform/clock'
import { deletePictures } from '../platform/contents/pictures'
import type { Forget } from '../platform/forgetting'
import { filesOf } from '../platform/keptPhotos'
import type { Methods } from '../platform/serve'
import { forgetHours } from '../platform/volunteering/ledger'
import { endWork } from '../platform/work'
import { paperOf } from './certificates'
import { minutesWords } from './paperWords'
import type { AnnulmentRow, CertificateRow, ClaimRow } from './rows'
import { orderOf } from './rules'
import * as store from './store'

type HoursMethods = Methods<typeof volunteerHours>

type List<R> = (accountId: string, after: string | undefined) => Promise<R[]>

/** Every row of a list, newest first; with `from`, those that are not younger. */
async function all<R extends { order: string }>(
  list: List<R>,
  accountId: string,
  from?: string,
): Promise<R[]> {
  const found: R[] = []
  for (;;) {
    const page = await list(accountId, found.at(-1)?.order ?? from)
    found.push(...page)
    if (page.length <= PAGE_SIZE) return found
  }
}

const kindWords: Record<HourEntryKind, string> = {
  credit: '签到签退',
  correction: '更正',
  backfill: '补录',
  annulment: '撤销',
  restoration: '恢复',
}
const claimWords: Record<ClaimState, string> = {
  proposed: '等待答复',
  agreed: '已计入',
  declined: '没有通过',
  withdrawn: '已撤回',
}
const annulmentWords: Record<AnnulmentState, string> = {
  standing: '已撤销',
  appealed: '申诉中',
  upheld: '维持撤销',
  restored: '已恢复',
}

const signed = (minutes: number): string => `${minutes < 0 ? '-' : ''}${minutesWords(Math.abs(minutes))}`

const exportedClaim = ({ day, organisationName, what, minutes, state, reason }: ClaimRow) => ({
  日期: day,
  单位: organisationName,
  内容: what,
  时长: minutesWords(minutes),
  状态: claimWords[state],
  答复: reason,
})

const exportedAnnulment = ({ theme, day, minutes, reason, state, appeal, decision }: AnnulmentRow) => ({
  活动: theme,
  日期: day,
  时长: minutesWords(minutes),
  原因: reason,
  状态: annulmentWords[state],
  申诉: appeal,
  决定: decision,
})

function exportedCertificate(row: CertificateRow) {
  const { checkCode, minutes } = paperOf(row)
  return {
    校验码: checkCode,
    期间: `${row.from} 至 ${row.until}`,
    时长: minutesWords(minutes),
    开具时间: shanghaiTime(row.issuedAt),
    撤回时间: row.withdrawnAt && shanghaiTime(row.withdrawnAt),
  }
}

export const exportMyData: HoursMethods['exportMyData'] = async ({ caller: { accountId } }) => {
  const [entries, claims, annulments, certificates] = await Promise.all([
    all(store.listEntries, accountId),
    all(store.listClaimsOf, accountId),
    all(store.listAnnulmentsOf, accountId),
    all(store.listCertificatesOf, accountId),
  ])
  return ok({
    sections: [
      {
        title: '我的服务时长',
        items: entries.map(({ day, kind, minutes, title, organisationName, reason, at }) => ({
          日期: day,
          来由: kindWords[kind],
          时长: signed(minutes),
          内容: title,
          单位: organisationName,
          原因: reason,
          记入时间: shanghaiTime(at),
        })),
      },
      { title: '我的补录', items: claims.map(exportedClaim) },
      { title: '被撤销的时长', items: annulments.map(exportedAnnulment) },
      { title: '我的证明', items: certificates.map(exportedCertificate) },
    ],
  })
}

/** All of it is about the person alone. What is younger than the wish is somebody's who came back. */
export const forget: Forget = async (accountId, requestedAt) => {
  const until = orderOf(requestedAt + 1, '')
  for (const { _id } of await all(store.listCertificatesOf, accountId, until))
    await store.removeCertificate(_id)
  for (const { _id, photos } of await all(store.listClaimsOf, accountId, until)) {
    await deletePictures(filesOf(photos))
    await store.removeClaim(_id)
  }
  for (const { _id } of await all(store.listAnnulmentsOf, accountId, until)) {
    await endWork('hoursAppeal', _id, requestedAt)
    await store.removeAnnulment(_id)
  }
  await forgetHours(accountId, requestedAt)
}
