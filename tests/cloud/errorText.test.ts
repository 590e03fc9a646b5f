import { errorRequestId, errorText } from '@/cloud/errorText'
import type { CloudError } from '@/cloud/services'

const MOMENT = Date.UTC(2026, 10, 21, 10, 0)

it.each<[CloudError, string]>([
  [{ code: 'choices_out_of_range', min: 1, max: 10 }, '请选择 1 至 10 个，再提交选票。'],
  [{ code: 'choices_out_of_range', min: 3, max: 3 }, '请选择 3 个，再提交选票。'],
  [{ code: 'too_many_requests', retryAfterSeconds: 7 }, '操作太快了。请等 7 秒再试。'],
  [
    { code: 'voting_not_settled', settledAt: MOMENT },
    '投票和保存选票还没有结束。请在 11月21日 周六 18:00 之后再做。',
  ],
  [{ code: 'invalid_input', fields: [{ path: 'reason', message: '请填写原因' }] }, '请填写原因'],
])('says what to do about %j', (error, sentence) => {
  expect(errorText(error)).toBe(sentence)
})

it('quotes a number for defects only', () => {
  expect(errorRequestId({ code: 'internal', requestId: 'trace-7' })).toBe('trace-7')
  expect(errorRequestId({ code: 'not_allowed' })).toBeUndefined()
})
