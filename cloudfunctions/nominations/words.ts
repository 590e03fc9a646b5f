import type { CampaignKind, Channel, FieldKey, PhotoKind } from '../../contract/campaigns'
import type { NominationState } from '../../contract/nominations'

/** What messages, documents and exports say. */

export const CHANNEL_WORDS: Record<Channel, string> = {
  street: '街镇和行业推选',
  public: '社会推荐',
  self: '组织自荐',
}

export const STATE_WORDS: Record<NominationState, string> = {
  draft: '草稿',
  submitted: '等待审核',
  returned: '退回修改',
  forwarded: '已推荐',
  declined: '没有推荐',
  admitted: '进入候选',
  withdrawn: '已撤回',
}

export const PHOTO_KIND_WORDS: Record<PhotoKind, string> = {
  group: '集体照',
  working: '工作照',
  street: '街面实效照',
  site: '现场照',
  before: '整治前',
  after: '整治后',
  plan: '设计图',
}

/** What the name of an entry is called on the form. */
export const NAME_LABELS: Record<CampaignKind, string> = {
  organisations: '自律组织名称',
  units: '单位名称',
  sites: '点位名称',
  cases: '案例名称',
}

/** What stands after a number. */
export const UNIT_WORDS: Partial<Record<FieldKey, string>> = { units: '家', area: '平方米' }

/** `2019-05` → 2019年5月 */
export const monthWords = (month: string): string => {
  const [year, number] = month.split('-')
  return `${year}年${Number(number)}月`
}

/** 组织规模（门责单位数） → 组织规模: what stands in brackets explains how to fill it in. */
export const shortLabel = (label: string): string => label.replace(/（[^（）]*）$/, '')
