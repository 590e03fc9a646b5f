import { REASON_LENGTH } from '@contract/limits'
import { historyWords, readyReasons } from '@/features/administration/contentWords'

it.each([
  ['text review', '文字自动检查：拿不准'],
  ['picture risky', '照片自动检查：没有通过'],
  ['no answer', '自动检查没有结果，转给工作人员'],
  ['appeal', '作者申请复核'],
  ['hide', '决定不公开'],
  ['something new', 'something new'],
])('tells of %s in words', (act, words) => {
  expect(historyWords(act)).toBe(words)
})

it('has ready-made reasons that the cloud accepts as they are', () => {
  for (const reason of [...readyReasons.release, ...readyReasons.hide]) {
    expect(reason.length).toBeGreaterThanOrEqual(REASON_LENGTH.min)
    expect(reason.length).toBeLessThanOrEqual(REASON_LENGTH.max)
  }
})
