/** A verdict on content, as WeChat's checks give it. */
export interface Verdict {
  suggest: 'pass' | 'review' | 'risky'
  label: number
}

const PASSED = 100
const OTHER = 21000

/** Content is what it says it is: nothing is judged here but marks. */
export function judge(
  contains: (mark: string) => boolean,
  marks: Record<'risky' | 'review', string>,
): Verdict {
  if (contains(marks.risky)) return { suggest: 'risky', label: OTHER }
  if (contains(marks.review)) return { suggest: 'review', label: OTHER }
  return { suggest: 'pass', label: PASSED }
}

export const detailOf = (verdict: Verdict): Record<string, unknown>[] => [
  { strategy: 'content_model', errcode: 0, ...verdict, prob: 90 },
]
