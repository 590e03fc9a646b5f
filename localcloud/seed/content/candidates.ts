import type { PictureRequest } from '../pictures/drawPicture'
import type { CandidateDraft } from './candidates/draft'
import { EAST_AND_SOUTH } from './candidates/eastAndSouth'
import { INNER_CITY } from './candidates/innerCity'
import { NORTH_SIDE } from './candidates/northSide'
import { NORTH_WEST } from './candidates/northWest'
import { OUTER_DISTRICTS } from './candidates/outerDistricts'

/** An invented organisation on an example ballot paper. Roads and districts are real, everything else is made up. */
export interface ExampleCandidate extends Omit<CandidateDraft, 'paragraphs'> {
  /** Paragraphs apart by one line break; the last line says that the text is an example. */
  achievements: string
  /** Two pictures of each kind, as 365号 五(三) asks; the first is the cover. */
  pictures: CandidatePicture[]
}

export interface CandidatePicture extends PictureRequest {
  kind: 'group' | 'working' | 'street'
}

export const EXAMPLE_NOTE = '以上为示例文字，组织、数字和事例均为虚构。'

const PICTURE_KINDS = ['street', 'group', 'working', 'street', 'working', 'group'] as const

/** Thirty candidates over all 16 districts, one or two each [365号 三(一)], in the order of the ballot paper. */
export const candidates: ExampleCandidate[] = [
  ...INNER_CITY,
  ...NORTH_SIDE,
  ...EAST_AND_SOUTH,
  ...NORTH_WEST,
  ...OUTER_DISTRICTS,
]
  .sort((one, other) => Number(one.streetCode) - Number(other.streetCode))
  .map(complete)

function complete({ paragraphs, ...draft }: CandidateDraft): ExampleCandidate {
  return {
    ...draft,
    achievements: [...paragraphs, EXAMPLE_NOTE].join('\n'),
    pictures: PICTURE_KINDS.map((kind, index) => ({
      seed: `${draft.key}/${index + 1}`,
      kind,
      setting: draft.setting,
    })),
  }
}

/** What is shown of an organisation at a glance. */
export const factsOf = ({ units, foundedIn }: Pick<ExampleCandidate, 'units' | 'foundedIn'>) => [
  { label: '组织规模', text: `${units} 家责任单位` },
  { label: '成立时间', text: foundedIn.replace(/^(\d{4})-0?(\d+)$/, '$1年$2月') },
]
