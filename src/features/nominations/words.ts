import type { CampaignKind, Channel, FormField, PhotoKind, PhotoRule } from '@contract/campaigns'
import { countedLength, FORM_FIELDS } from '@contract/campaigns'
import type { NominationSummary } from '@contract/nominations'
import { placeName } from '@contract/places/names'
import type { Campaign as AnyCampaign } from '@contract/voting'
import { photoKindWords } from '@/words/campaigns'
import { kindWords } from '@/words/kinds'
import { fieldUnits } from '@/words/nominations'
import { numberWords } from '@/words/numbers'

/** What the pages for authors say. */

const channelLines: Record<Channel, (entry: string) => string> = {
  self: (entry) => `为自己的${entry}申报`,
  public: (entry) => `我是市民，推荐我知道的好${entry}`,
  street: () => '我是街镇、区或者行业管理部门的工作人员，代表本单位推选',
}

/** Who may use a channel, in the words of somebody who has never heard of channels. */
export const channelLine = (channel: Channel, kind: CampaignKind): string =>
  channelLines[channel](kindWords[kind].entry)

/** 1000–1500 字, 最多 500 字, 至少 200 字; null where any length is right. */
const lengthWords = ({ min, max }: Pick<FormField, 'min' | 'max'>): string | null => {
  if (min > 0 && max > 0) return `要 ${min}–${max} 字`
  if (max > 0) return `最多 ${max} 字`
  return min > 0 ? `至少 ${min} 字` : null
}

/** 已写 1,032 字，要 1000–1500 字 */
export const counterWords = (text: string, field: Pick<FormField, 'min' | 'max'>): string => {
  const written = `已写 ${numberWords(countedLength(text))} 字`
  const wanted = lengthWords(field)
  return wanted === null ? written : `${written}，${wanted}`
}

const numberHelp = ({ key, min, max }: FormField): string => {
  const unit = fieldUnits[key] ? ` ${fieldUnits[key]}` : ''
  return max > 0
    ? `填数字，${numberWords(min)} 至 ${numberWords(max)}${unit}`
    : `填数字，至少 ${numberWords(min)}${unit}`
}

const KEPT_SEALED = '加密保存，不公开。审核人员要联系你时才能看，每次查看都有记录'

const helpByInput: Record<
  (typeof FORM_FIELDS)[FormField['key']]['input'],
  (field: FormField) => string | undefined
> = {
  text: () => undefined,
  longText: () => undefined,
  number: numberHelp,
  month: () => '选年和月',
  person: () => KEPT_SEALED,
  phone: () => KEPT_SEALED,
}

/** Below a field: what is wanted, and who will see it. */
export const helpWords = (field: FormField): string | undefined =>
  helpByInput[FORM_FIELDS[field.key].input](field)

/** 集体照 至少 2 张，已有 1 张 */
export const photoKindLine = (kind: PhotoKind, min: number, count: number): string => {
  const wanted = min > 0 ? `至少 ${min} 张` : '可以不放'
  return `${photoKindWords[kind]} ${wanted}，已有 ${count} 张`
}

const allWords = ({ min, max }: PhotoRule): string =>
  min === max ? `一共 ${max} 张` : min > 0 ? `一共 ${min}–${max} 张` : `最多 ${max} 张`

/** How many photos of which size, in words. */
export const photoRuleLines = (rule: PhotoRule, count: number): string[] => [
  `${allWords(rule)}，已有 ${count} 张。`,
  ...(rule.shortSide > 0
    ? [
        `每张至少 ${rule.shortSide}×${rule.longSide} 像素，横竖都可以。手机拍的原图一般都够；选照片时请勾“原图”，不要用聊天里转发的照片。`,
      ]
    : []),
]

type Reviewed = Pick<NominationSummary, 'departmentId' | 'placeCode'>
type Campaign = Pick<AnyCampaign, 'nomination'>

const DISTRICT_DIGITS = 6

/** Who reviews it first: 静安区, or the department by its name. */
export const reviewerWords = ({ departmentId, placeCode }: Reviewed, { nomination }: Campaign): string => {
  const department = nomination?.quotas.departments.find(
    ({ organisationId }) => organisationId === departmentId,
  )
  if (department) return department.name
  return placeCode === '' ? '所在的区' : placeName(placeCode.slice(0, DISTRICT_DIGITS))
}
