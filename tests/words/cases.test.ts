import { CASE_STATES } from '@contract/cases/workflow'
import { citizenStateWords, distanceWords, dueWords, stateSentences, stepWords } from '@/words/cases'

it('says until when it will be done as a date', () => {
  expect(dueWords(Date.parse('2026-11-23T17:30:00+08:00'))).toBe('承诺 11月23日 周一 17:30 前处理')
})

it.each([
  [4, '0 米'],
  [123, '120 米'],
  [1234, '1.2 公里'],
])('says %s metres as %s', (metres, words) => {
  expect(distanceWords(metres)).toBe(words)
})

it.each([
  ['dispatch', { departmentName: '九亭镇绿容所', stars: null }, '已派给九亭镇绿容所'],
  ['dispatch', { departmentName: null, stars: null }, '已派给处理部门'],
  ['rate', { departmentName: null, stars: 4 }, '评价 4 星'],
] as const)('tells the step %s in plain words', (act, step, words) => {
  expect(stepWords(act, step)).toBe(words)
})

it('uses no word of the field for citizens', () => {
  const said = CASE_STATES.flatMap((state) => [citizenStateWords[state].text, stateSentences[state]]).join()
  for (const term of ['立案', '派遣', '处置', '挂账', '结案']) expect(said).not.toContain(term)
})
