import { outboxWords, waitingWords } from '@/outbox/words'

const one = { requestId: 'R1', photos: [], refusal: null }
const offline = { isOffline: true, sentence: '没有连上网络。' }

it.each([
  [[null], '1 条等待发送 · 有网后自动发出'],
  [['类别已停用'], '1 条要修改后再发'],
  [[null, '类别已停用'], '1 条等待发送 · 有网后自动发出；1 条要修改后再发'],
] as const)('says of %j: %s', (refusals, words) => {
  expect(outboxWords(refusals.map((refusal) => ({ refusal })))).toBe(words)
})

it('says what becomes of one that waits', () => {
  const photo = { key: 'p', kept: null, fileId: null }
  const still = { sending: null, trouble: null }
  expect(waitingWords(one, still)).toBe('排队等待发送。')
  expect(waitingWords(one, { ...still, trouble: offline })).toContain('有网后自动发出')
  expect(waitingWords(one, { ...still, trouble: { isOffline: false, sentence: '程序出了问题。' } })).toBe(
    '还没有发出：程序出了问题。会自动再试。',
  )
  const sending = { requestId: 'R1', uploaded: 0 }
  expect(waitingWords({ ...one, photos: [photo] }, { ...still, sending })).toBe('正在发送，照片 0/1')
  expect(waitingWords(one, { ...still, sending })).toBe('正在发送')
  expect(waitingWords({ ...one, refusal: '类别已停用' }, { ...still, sending })).toBe('类别已停用')
})
