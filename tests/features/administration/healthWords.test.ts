import { agoWords, preciseWords, timerState } from '@/features/administration/healthWords'
import { bytesWords } from '@/words/numbers'

const NOW = Date.UTC(2026, 10, 21, 8, 20, 5)
const MINUTE = 60_000

it.each([
  ['that ran a minute ago', MINUTE, 'ok', '正常'],
  ['that ran three minutes ago', 3 * MINUTE, 'ok', '正常'],
  ['that ran longer ago', 3 * MINUTE + 1, 'ok', '很久没有运行'],
  ['that failed', MINUTE, 'failed', '上次出错'],
  ['that failed and is late', 5 * MINUTE, 'failed', '很久没有运行'],
])('says of a timer %s how it is', (_name, ago, outcome, text) => {
  expect(timerState({ lastRunAt: NOW - ago, outcome }, NOW).text).toBe(text)
})

it.each([
  [0, '0 B'],
  [1023, '1023 B'],
  [1536, '1.5 KB'],
  [5 * 1024 ** 3, '5.0 GB'],
  [3 * 1024 ** 5, '3072.0 TB'],
])('says %d bytes in a unit of their size', (bytes, words) => {
  expect(bytesWords(bytes)).toBe(words)
})

it.each([
  [59_000, '不到 1 分钟前'],
  [-5000, '不到 1 分钟前'],
  [59 * MINUTE, '59 分钟前'],
  [61 * MINUTE, '1 小时前'],
  [49 * 60 * MINUTE, '2 天前'],
])('says how long %d ms ago is', (ago, words) => {
  expect(agoWords(NOW - ago, NOW)).toBe(words)
})

it('names a moment to the second, for the logs', () => {
  expect(preciseWords(NOW)).toBe('11月21日 16:20:05')
})
