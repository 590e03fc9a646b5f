import { questions } from '../../../../cloudfunctions/voting/question'
import { questionGroups } from '../../../../cloudfunctions/voting/questionWords'

beforeAll(() => {
  process.env.GONGZHI_SECRET = 'only-for-tests-0123456789abcdef0123456789abcdef'
})

const NOW = 1_790_000_000_000
const somebody = { campaignId: 'CAMPAIGN', accountId: 'SOMEBODY' }

/** What a person knows: which of the options is what the question asks for. */
function rightOption({ text, options }: { text: string; options: string[] }): number {
  const words = questionGroups.find((group) => group.text === text)?.words ?? []
  return options.findIndex((option) => words.includes(option))
}

test('of a thousand questions each has four different options, and one of them is right', () => {
  const places = new Set<number>()
  for (let time = NOW; time < NOW + 1000; time++) {
    const question = questions.ask(somebody, time)
    expect(question.questionId).toMatch(/^[A-Za-z0-9_-]{1,64}$/)
    expect(new Set(question.options).size).toBe(4)
    const right = rightOption(question)
    places.add(right)
    const outcomes = question.options.map((_, option) =>
      questions.check(somebody, { questionId: question.questionId, option }, time),
    )
    expect(outcomes.map((outcome) => outcome === 'right')).toEqual([0, 1, 2, 3].map((one) => one === right))
  }
  expect(places).toEqual(new Set([0, 1, 2, 3]))
})

test('no word stands in two groups', () => {
  const words = questionGroups.flatMap((group) => group.words)
  expect(new Set(words).size).toBe(words.length)
})

test('a question is good for one person, one campaign and five minutes', () => {
  const question = questions.ask(somebody, NOW)
  const given = { questionId: question.questionId, option: rightOption(question) }
  expect(questions.check(somebody, given, NOW + 299_999)).toBe('right')
  expect(questions.check(somebody, given, NOW + 300_000)).toBe('unknown')
  expect(questions.check({ ...somebody, accountId: 'OTHER' }, given, NOW)).toBe('unknown')
  expect(questions.check({ ...somebody, campaignId: 'OTHER' }, given, NOW)).toBe('unknown')
})

test('a question that was changed or made up is unknown', () => {
  const question = questions.ask(somebody, NOW)
  const option = rightOption(question)
  const [nonce, end, signature] = question.questionId.split('-') as [string, string, string]
  const later = (Number.parseInt(end, 36) + 1).toString(36)
  for (const questionId of [`${nonce}-${later}-${signature}`, `A${nonce}-${end}-${signature}`, 'A-B-C', 'A'])
    expect(questions.check(somebody, { questionId, option }, NOW)).toBe('unknown')
})
