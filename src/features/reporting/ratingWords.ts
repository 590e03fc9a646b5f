import {
  DISSATISFIED_STARS,
  type OwnCase,
  RATING_REASON_KEYS,
  type RatingReason,
} from '@contract/cases/cases'

/** What is said around a rating. Pure. */

const PRAISE: readonly RatingReason[] = ['quick', 'thorough', 'explained']

export const isDissatisfied = (stars: number): boolean => stars > 0 && stars <= DISSATISFIED_STARS

/** Reasons that fit so many stars. */
export const reasonsFor = (stars: number): RatingReason[] => {
  if (stars === 0) return []
  if (isDissatisfied(stars)) return RATING_REASON_KEYS.filter((reason) => !PRAISE.includes(reason))
  return stars > DISSATISFIED_STARS + 1 ? [...PRAISE] : [...RATING_REASON_KEYS]
}

const onDissatisfied: Record<NonNullable<OwnCase['onDissatisfied']>, string> = {
  reopens: '提交以后，会带着你的原因退回原部门，重新处理。',
  supervised: '提交以后，会交给督办人处理。',
  recorded: '提交以后会记下来。',
}

/** What will happen, told before it does. */
export const consequence = (stars: number, then: OwnCase['onDissatisfied']): string | null =>
  isDissatisfied(stars) && then ? onDissatisfied[then] : null

export const outcomeWords: Record<'recorded' | 'reopened' | 'supervised', { title: string; line: string }> = {
  recorded: { title: '谢谢你的评价', line: '评价已经记下。' },
  reopened: { title: '已退回重新处理', line: '带着你的原因退回了原部门，会重新告诉你哪天前处理。' },
  supervised: { title: '已交给督办人', line: '督办人会查看前后经过，再决定怎样处理，结果会通知你。' },
}
