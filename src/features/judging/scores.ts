/** Points as a judge types them, and hundredths of a point as they are kept. Whole numbers throughout. Pure. */

const POINT = 100
/** What one press of plus or minus adds. */
export const STEP = POINT

const FULL_WIDTH = /[０-９．。，,、]/g
const FULL_WIDTH_OFFSET = 0xfee0
const isFullWidthDigit = (mark: string) => mark >= '０' && mark <= '９'

/** Full-width digits and the dots of a Chinese keyboard as the plain ones they stand for. */
export const plainNumber = (typed: string): string =>
  typed
    .trim()
    .replace(FULL_WIDTH, (mark) =>
      isFullWidthDigit(mark) ? String.fromCharCode(mark.charCodeAt(0) - FULL_WIDTH_OFFSET) : '.',
    )

type ReadScore = { score: number } | { trouble: string }

/** Hundredths of a point from what was typed for a criterion of `points` points, or what is wrong with it. */
export const readScore = (typed: string, points: number): ReadScore => {
  const text = plainNumber(typed)
  if (text === '') return { trouble: '请填写这一项的分数' }
  const [, whole = '', decimals = ''] = /^(\d{0,6})(?:\.(\d*))?$/.exec(text) ?? []
  if (whole === '' && decimals === '') return { trouble: '请填数字，例如 8.5' }
  if (decimals.length > 2) return { trouble: '最多填两位小数' }
  const score = Number(whole) * POINT + Number(decimals.padEnd(2, '0'))
  return score > points * POINT ? { trouble: `最多 ${points} 分` } : { score }
}

export const scoreOf = (typed: string, points: number): number | null => {
  const read = readScore(typed, points)
  return 'score' in read ? read.score : null
}

/** As short as it can be typed: `86.5` of 8650. */
export const scoreText = (score: number): string => {
  const decimals = String(score % POINT)
    .padStart(2, '0')
    .replace(/0+$/, '')
  return `${Math.floor(score / POINT)}${decimals && `.${decimals}`}`
}

/** One step up or down, never beyond 0 and the most points. From nothing, points are taken off the most. */
export const stepped = (typed: string, points: number, step: number): string => {
  const most = points * POINT
  const before = scoreOf(typed, points) ?? most
  return scoreText(Math.min(Math.max(before + step, 0), most))
}

interface Criterion {
  name: string
  points: number
}

/** What all criteria together come to so far, and how many are still without a score. */
export const totalSoFar = (texts: string[], criteria: Criterion[]): { total: number; missing: number } => {
  const scores = criteria.map(({ points }, index) => scoreOf(texts[index] ?? '', points))
  return {
    total: scores.reduce<number>((total, score) => total + (score ?? 0), 0),
    missing: scores.filter((score) => score === null).length,
  }
}
