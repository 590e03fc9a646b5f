import { formField } from '@contract/campaignPresets'
import {
  type CampaignPlan,
  FIELD_KEYS,
  type FieldKey,
  type FormField,
  STAGE_KINDS,
  type Stage,
  type StageKind,
} from '@contract/campaigns'

/** Single steps of writing a plan. Pure: each answers the new value. */

const DAY = 86_400_000
const CITY_OFFSET = 8 * 3_600_000

/** Whether a moment is midnight in the city. */
export const isMidnight = (time: number): boolean => (time + CITY_OFFSET) % DAY === 0

export const replacedAt = <Item>(items: Item[], index: number, part: Partial<Item>): Item[] =>
  items.map((item, at) => (at === index ? { ...item, ...part } : item))

export const withoutAt = <Item>(items: Item[], index: number): Item[] => items.filter((_, at) => at !== index)

export const earlierAt = <Item>(items: Item[], index: number): Item[] => {
  const [item, before] = [items[index], items[index - 1]]
  return item === undefined || before === undefined
    ? items
    : [...items.slice(0, index - 1), item, before, ...items.slice(index + 1)]
}

/** Chosen ones keep the order in which they were chosen. */
export const toggled = <Item>(items: Item[], item: Item): Item[] =>
  items.includes(item) ? items.filter((other) => other !== item) : [...items, item]

export const stageNames: Record<StageKind, string> = {
  nomination: '选树申报',
  selection: '推选审定',
  expertReview: '专家评审',
  showcase: '成果展示',
}

const FORTNIGHT = 14 * DAY

/** A stage where its kind comes in the order of stages, two weeks long, right after the one before it. */
export function withStage(stages: Stage[], kind: StageKind, now: number): Stage[] {
  const place = stages.findIndex((stage) => STAGE_KINDS.indexOf(stage.kind) > STAGE_KINDS.indexOf(kind))
  const at = place < 0 ? stages.length : place
  const tomorrow = Math.ceil((now + CITY_OFFSET) / DAY) * DAY - CITY_OFFSET
  const opensAt = Math.max(stages[at - 1]?.closesAt ?? tomorrow, tomorrow)
  const stage = { kind, name: stageNames[kind], opensAt, closesAt: opensAt + FORTNIGHT }
  return [...stages.slice(0, at), stage, ...stages.slice(at)]
}

export const missingStages = (stages: Stage[]): StageKind[] =>
  STAGE_KINDS.filter((kind) => !stages.some((stage) => stage.kind === kind))

/** A field of the form added at its end, or taken away. */
export const toggledField = (fields: FormField[], key: FieldKey): FormField[] =>
  fields.some((field) => field.key === key)
    ? fields.filter((field) => field.key !== key)
    : [...fields, formField(key, false)]

export const missingFields = (fields: FormField[]): FieldKey[] =>
  FIELD_KEYS.filter((key) => !fields.some((field) => field.key === key))

/** A selection group whose scores have no weight scores for nothing, so both go together. */
export const withVotesWeight = (rules: CampaignPlan['rules'], votes: number): CampaignPlan['rules'] => ({
  ...rules,
  formula: {
    ...rules.formula,
    votes,
    scores: votes >= 0 && votes <= 100 ? 100 - votes : rules.formula.scores,
  },
})
