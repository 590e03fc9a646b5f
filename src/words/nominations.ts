import { type CampaignKind, type FieldKey, FORM_FIELDS, type FormField } from '@contract/campaigns'
import type { FormPart, NominationState } from '@contract/nominations'

/** What every screen says of nominations and their form, in plain Chinese. */

type Tone = 'done' | 'waiting' | 'wrong' | 'plain' | 'information'

export const nominationStateWords: Record<NominationState, { text: string; tone: Tone }> = {
  draft: { text: '草稿', tone: 'plain' },
  submitted: { text: '待审核', tone: 'waiting' },
  returned: { text: '退回修改', tone: 'wrong' },
  forwarded: { text: '已推荐到市里', tone: 'done' },
  declined: { text: '未推荐', tone: 'plain' },
  admitted: { text: '已列入选票', tone: 'done' },
  withdrawn: { text: '已撤回', tone: 'plain' },
}

/** What is put forward is called differently by kind of campaign. */
const nameLabels: Record<CampaignKind, string> = {
  organisations: '自律组织名称',
  units: '单位名称',
  sites: '点位名称',
  cases: '案例名称',
}

/** 组织规模（门责单位数） → 组织规模: what stands in brackets explains how to fill it in. */
export const shortLabel = (label: string): string => label.replace(/（[^（）]*）$/, '')

interface Form {
  kind: CampaignKind
  fields: Pick<FormField, 'key' | 'label'>[]
}

const isField = (part: FormPart): part is FieldKey => part in FORM_FIELDS

/** What a part of the form is called in this campaign; one that the form no longer has, by its first name. */
export const formPartWords = (part: FormPart, { kind, fields }: Form): string => {
  if (isField(part))
    return shortLabel(fields.find(({ key }) => key === part)?.label ?? FORM_FIELDS[part].label)
  if (part === 'name') return nameLabels[kind]
  if (part === 'place') return '所属区域'
  return part === 'summary' ? '一句话介绍' : '照片'
}

/** The parts of a form in the order in which they stand there. */
export const partsOf = ({ fields }: Pick<Form, 'fields'>): FormPart[] => [
  'name',
  'place',
  'summary',
  ...fields.map(({ key }) => key),
  'photos',
]

/** `2019-05` → 2019年5月; anything else stands for itself. */
export const monthWords = (month: string): string => {
  const [, year, number] = /^(\d{4})-(\d{2})$/.exec(month) ?? []
  return year ? `${year}年${Number(number)}月` : month
}

/** With a number: 20 家. */
export const fieldUnits: Partial<Record<FieldKey, string>> = { units: '家', area: '平方米' }
