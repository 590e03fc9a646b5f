import { type FieldKey, FORM_FIELDS, type FormField } from '@contract/campaigns'
import { saveWords } from '@/features/nominations/components/saveLine'
import { troubleOf, troubleOfPicked } from '@/features/nominations/photos/photoTrouble'
import { counterWords, helpWords, photoKindLine, photoRuleLines } from '@/features/nominations/words'

const field = (key: FieldKey): FormField => ({ key, isRequired: true, ...FORM_FIELDS[key] })

it.each([
  ['', field('achievements'), '已写 0 字，要 1000–1500 字'],
  ['扫'.repeat(1032), field('achievements'), '已写 1,032 字，要 1000–1500 字'],
  ['门前 sweep 3 次。', field('honours'), '已写 6 字，最多 500 字'],
  ['一段', { min: 200, max: 0 }, '已写 2 字，至少 200 字'],
  ['一段', { min: 0, max: 0 }, '已写 2 字'],
])('the counter counts as a Chinese reader does: “%.9s”', (text, limits, words) => {
  expect(counterWords(text, limits)).toBe(words)
})

it('says at person and telephone who will see them', () => {
  expect(helpWords(field('leader'))).toContain('不公开')
  expect(helpWords(field('phone'))).toContain('每次查看都有记录')
  expect(helpWords(field('units'))).toBe('填数字，15 至 10,000 家')
})

it('says how many photos there must be and how many there are', () => {
  expect(photoKindLine('group', 2, 1)).toBe('集体照 至少 2 张，已有 1 张')
  expect(photoKindLine('plan', 0, 0)).toBe('设计图 可以不放，已有 0 张')
  const rule = { kinds: [], min: 6, max: 8, shortSide: 2480, longSide: 3425 }
  expect(photoRuleLines(rule, 3)[0]).toBe('一共 6–8 张，已有 3 张。')
  expect(photoRuleLines({ ...rule, shortSide: 0, longSide: 0 }, 3)).toHaveLength(1)
})

const rule = { shortSide: 2480, longSide: 3425 }

it.each([
  [{ width: 2480, height: 3425, bytes: 1 }, null],
  [{ width: 3425, height: 2480, bytes: 1 }, null],
  [{ width: 4000, height: 2479, bytes: 1 }, '这张照片 4000×2479，需要至少 2480×3425。'],
  [{ width: 1200, height: 800, bytes: 1 }, '这张照片 1200×800，需要至少 2480×3425。'],
  [{ width: 4000, height: 4000, bytes: 30_000_000 }, '这张照片超过 20 MB。'],
  [null, '这张照片打不开。'],
])('a picked photo of %j is told before it is sent', (size, words) => {
  const trouble = troubleOfPicked(size, rule)
  if (words === null) expect(trouble).toBeNull()
  else expect(trouble).toMatchObject({ sentence: expect.stringContaining(words), mayRetry: false })
})

it('offers another try only where the same photo may still get in', () => {
  expect(troubleOf({ code: 'photo_too_small', width: 9, height: 9, ...rule }).mayRetry).toBe(false)
  expect(troubleOf({ code: 'too_many_photos', max: 8 }).mayRetry).toBe(true)
  expect(troubleOf({ code: 'photo_unreadable' })).toMatchObject({ mayRetry: true, isFileBad: true })
})

it('says where the draft is', () => {
  const savedAt = Date.UTC(2026, 10, 21, 6, 5)
  const line = { savedAt, trouble: null, isKept: true }
  expect(saveWords({ ...line, state: 'saved' })).toBe('已保存草稿 14:05')
  expect(saveWords({ ...line, state: 'offline' })).toBe('没有连上网络，草稿保存在本机')
  expect(saveWords({ ...line, state: 'offline', isKept: false })).toBe('没有连上网络，请先不要离开这一页')
  expect(saveWords({ ...line, state: 'failed', trouble: '程序出了问题。' })).toBe(
    '程序出了问题。草稿保存在本机。',
  )
})
