import { MASKED, withoutNumbers } from '../../../cloudfunctions/platform/cases/masked'

describe('numbers that lead to a person are taken out', () => {
  test.each([
    ['手机 13800138000 张', `手机 ${MASKED} 张`],
    ['手机138 0013 8000。', `手机${MASKED}。`],
    ['手机 138-0013-8000', `手机 ${MASKED}`],
    ['手机 １３８００１３８０００', `手机 ${MASKED}`],
    ['座机 021-55500123', `座机 ${MASKED}`],
    ['座机 (021) 5550 0123', `座机 ${MASKED}`],
    ['座机 0512 5550123', `座机 ${MASKED}`],
    ['身份证 310101199001011234', `身份证 ${MASKED}`],
    ['身份证 31010119900101123X，', `身份证 ${MASKED}，`],
    ['两个 13800138000、13900139000', `两个 ${MASKED}、${MASKED}`],
  ])('%s', (text, expected) => {
    expect(withoutNumbers(text)).toBe(expected)
  })
})

test.each([
  '示例路 1266 号 3 单元 1502 室',
  '案件 261121-04827',
  '2026年11月21日 18:00',
  '打 12345 也可以',
  '约 100 平方米',
  '',
])('other numbers stay: %s', (text) => {
  expect(withoutNumbers(text)).toBe(text)
})
