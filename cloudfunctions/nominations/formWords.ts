import { FORM_FIELDS, type FormField } from '../../contract/campaigns'
import type { CampaignRow } from '../platform/campaigns/rows'
import { placeWords } from '../platform/placeNames'
import { fieldWords } from './candidate'
import { allValues } from './contact'
import type { FormPhoto, FormWords } from './recommendationForm'
import type { NominationRow } from './rows'
import { NAME_LABELS, shortLabel } from './words'

/** What stands in the 推荐表 of a nomination, box by box. Pure. */

const isLong = ({ key }: FormField): boolean => FORM_FIELDS[key].input === 'longText'

export function formWords(row: NominationRow, campaign: CampaignRow, photos: FormPhoto[]): FormWords {
  const values = allValues(row)
  const words = (field: FormField): string => {
    const value = values[field.key]
    return value === undefined || value === '' ? '' : fieldWords(field.key, value)
  }
  const fields = (campaign.nomination?.fields ?? []).filter(({ key }) => key !== 'remarks')
  const department = campaign.nomination?.quotas.departments.find(
    ({ organisationId }) => organisationId === row.departmentId,
  )
  const region = placeWords(row.placeCode) + (department ? `（${department.name}）` : '')
  return {
    title: `${campaign.name}推荐表`,
    wholeRows: [
      { label: NAME_LABELS[campaign.kind], text: row.name },
      { label: '所属区域', text: row.placeCode === '' ? '' : region },
    ],
    rows: fields.map((field) => ({
      label: shortLabel(field.label),
      text: words(field),
      isLong: isLong(field),
    })),
    boxes: [
      { label: '区局或行业管理部门推荐意见', text: opinionOf(row), hasSeal: true },
      { label: '专家评审意见', text: '', hasSeal: false },
      { label: '市局审核意见', text: '', hasSeal: true },
    ],
    remarks: String(values.remarks ?? ''),
    photos,
  }
}

/** Of the last forwarding that was not taken back. */
function opinionOf({ state, reviews }: NominationRow): string {
  if (state !== 'forwarded' && state !== 'admitted') return ''
  return reviews.findLast(({ act }) => act === 'forwarded')?.opinion ?? ''
}
