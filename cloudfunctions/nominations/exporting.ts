import { FORM_FIELDS, type FormField } from '../../contract/campaigns'
import type { nominations } from '../../contract/nominations'
import { fail, ok } from '../../contract/result'
import { findCampaign } from '../platform/campaigns/campaigns'
import type { CampaignRow } from '../platform/campaigns/rows'
import { shanghaiTime } from '../platform/clock'
import { asFileName, saveDocument } from '../platform/documents/saveDocument'
import type { SheetColumn, SheetValue } from '../platform/documents/spreadsheet'
import { placeWords } from '../platform/placeNames'
import type { Methods } from '../platform/serve'
import { fieldWords } from './candidate'
import { isSealed } from './contact'
import type { NominationRow } from './rows'
import * as store from './store'
import { CHANNEL_WORDS, NAME_LABELS, STATE_WORDS, shortLabel } from './words'

/** All that was handed in, as a spreadsheet; without the contact, which is shown one at a time and audited. */

type NominationsMethods = Methods<typeof nominations>

export const exportNominations: NominationsMethods['exportNominations']['run'] = async ({
  input,
  caller,
  requestId,
  note,
}) => {
  const campaign = await findCampaign(input.campaignId)
  if (!campaign) return fail({ code: 'campaign_not_found' })
  const rows = await loadAll(campaign._id)
  note({ subject: `campaign/${campaign._id}`, before: undefined, after: { rows: rows.length } })
  const { spreadsheet } = await import('../platform/documents/spreadsheet')
  const columns = columnsOf(campaign)
  const cells = rows.map((row) => columns.map(({ cell }) => cell(row)))
  const bytes = await spreadsheet([{ name: '申报', columns, rows: cells }])
  const key = { accountId: caller.accountId, requestId }
  return ok(await saveDocument(bytes, `${asFileName(campaign.name)}申报汇总.xlsx`, key))
}

const AT_ONCE = 500

async function loadAll(campaignId: string): Promise<NominationRow[]> {
  const rows: NominationRow[] = []
  for (let after = ''; ; ) {
    const found = await store.listHandedInAfter(campaignId, after, AT_ONCE)
    rows.push(...found)
    const last = found.at(-1)?.order
    if (found.length < AT_ONCE || !last) return rows
    after = last
  }
}

interface Column extends SheetColumn {
  cell: (row: NominationRow) => SheetValue
}

const column = (title: string, width: number, cell: Column['cell']): Column => ({ title, width, cell })

function columnsOf({ kind, nomination }: CampaignRow): Column[] {
  const departments = new Map(
    nomination?.quotas.departments.map(({ organisationId, name }) => [organisationId, name]),
  )
  return [
    column(NAME_LABELS[kind], 30, ({ name }) => name),
    column('所属区域', 24, ({ placeCode }) => placeWords(placeCode)),
    column('行业管理部门', 20, ({ departmentId }) => (departmentId && departments.get(departmentId)) ?? null),
    column('申报渠道', 16, ({ channel }) => CHANNEL_WORDS[channel]),
    column('状态', 10, ({ state }) => STATE_WORDS[state]),
    column('一句话介绍', 40, ({ summary }) => summary),
    ...(nomination?.fields ?? []).filter(({ key }) => !isSealed(key)).map(fieldColumn),
    column('照片张数', 10, ({ photos }) => photos.length),
    column('最近意见', 40, ({ reviews }) => reviews.at(-1)?.opinion ?? null),
    column('提交时间', 20, ({ submittedAt }) => submittedAt && shanghaiTime(submittedAt)),
  ]
}

function fieldColumn({ key, label }: FormField): Column {
  const isLong = FORM_FIELDS[key].input === 'longText'
  return column(shortLabel(label), isLong ? 60 : 16, ({ values }) => {
    const value = values[key]
    if (value === undefined || value === '') return null
    return typeof value === 'number' ? value : fieldWords(key, value)
  })
}
