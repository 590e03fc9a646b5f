import { type FieldKey, FORM_FIELDS, type FormField } from '../../contract/campaigns'
import { FACTS_PER_CANDIDATE } from '../../contract/limits'
import type { NewCandidate } from '../platform/campaigns/ballotPaper'
import type { CampaignRow } from '../platform/campaigns/rows'
import { streetName } from '../platform/placeNames'
import { placeFields } from '../platform/places'
import { keyedName } from '../platform/secrets'
import type { NominationRow } from './rows'
import { monthWords, shortLabel, UNIT_WORDS } from './words'

/** What of a nomination stands on the ballot paper: its public fields, in the form's order. */

/** The first of these that is filled in is what a candidate is judged by; the others are facts. */
const MAIN_FIELDS: FieldKey[] = ['achievements', 'story', 'idea']

const mainField = ({ values }: Pick<NominationRow, 'values'>): FieldKey | undefined =>
  MAIN_FIELDS.find((key) => typeof values[key] === 'string' && values[key] !== '')

/** 成立时间 2019年5月 · 组织规模 20 家 */
export function fieldWords(key: FieldKey, value: string | number): string {
  if (FORM_FIELDS[key].input === 'month') return monthWords(String(value))
  const unit = UNIT_WORDS[key]
  return unit ? `${value} ${unit}` : String(value).trim()
}

export const candidateFacts = (
  row: Pick<NominationRow, 'values'>,
  fields: FormField[],
): { label: string; text: string }[] =>
  fields
    .filter(({ key }) => FORM_FIELDS[key].isPublic && key !== mainField(row))
    .flatMap(({ key, label }) => {
      const value = row.values[key]
      const text = value === undefined ? '' : fieldWords(key, value)
      return text === '' ? [] : [{ label: shortLabel(label), text }]
    })
    .slice(0, FACTS_PER_CANDIDATE)

export function candidateOf(
  row: NominationRow,
  { nomination }: CampaignRow,
  entry: { requestId: string; accountId: string; at: number },
): NewCandidate {
  const main = mainField(row)
  return {
    campaignId: row.campaignId,
    name: row.name.trim(),
    districtCode: row.inDistrict ?? placeFields(row.placeCode).cityCode,
    streetName: streetName(row.placeCode),
    channel: row.channel,
    facts: candidateFacts(row, nomination?.fields ?? []),
    summary: row.summary.trim(),
    achievements: main ? String(row.values[main]) : '',
    cover: row.photos[0]?.page ?? null,
    photos: row.photos.map(({ page, original, list, kind, description }) => ({
      file: page,
      original,
      small: list,
      kind,
      description,
    })),
    requestKey: keyedName('nominatedCandidate', row._id),
    nominationId: row._id,
    history: [{ act: 'admitted', ...entry }],
  }
}
