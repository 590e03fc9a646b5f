import type { Setting } from '../../pictures/scene'

/** An invented organisation as it is written down here; candidates.ts completes it. */
export interface CandidateDraft {
  /** Stable name, also the seed of its pictures. */
  key: string
  name: string
  districtCode: string
  streetCode: string
  streetName: string
  /** 街镇和行业推选 · 社会推荐 · 组织自荐 [沪绿容〔2023〕365号 三(一)]. */
  channel: 'street' | 'public' | 'self'
  /** Responsible units, and the month it was founded in. */
  units: number
  foundedIn: string
  summary: string
  paragraphs: string[]
  /** What its street looks like. */
  setting: Setting
}
