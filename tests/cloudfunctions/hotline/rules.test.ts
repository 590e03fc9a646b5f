import { type Cells, categoryOf, readTicket, readTime } from '../../../cloudfunctions/hotline/rules'
import { DEFAULT_CATALOGUE } from '../../../cloudfunctions/platform/cases/defaultCatalogue'

const NOW = Date.parse('2026-11-21T12:00:00Z')
const SIX = Date.parse('2026-11-20T10:05:00Z')

describe('the time of a ticket', () => {
  test.each([
    ['2026-11-20 18:05:00', SIX],
    ['2026-11-20 18:05', SIX],
    ['2026/11/20 18:05:00', SIX],
    ['2026.11.20 18:05', SIX],
    ['2026-11-20T18:05:00.000', SIX],
    ['2026年11月20日 18时05分', SIX],
    ['2026年11月20日18:05', SIX],
    ['２０２６-１１-２０ １８：０５', SIX],
    ['2026-1-2', Date.parse('2026-01-01T16:00:00Z')],
    ['2026-02-30', null],
    ['2026-11-20 25:00', null],
    ['20-11-2026', null],
    ['昨天', null],
    ['', null],
  ])('“%s” is %s', (text, time) => {
    expect(readTime(text)).toBe(time)
  })
})

const cells = (changes: Partial<Cells> = {}): Cells => ({
  row: 2,
  ticket: 'HP-1',
  reportedAt: '2026-11-20 18:05',
  category: '',
  address: '',
  description: '门前有垃圾',
  longitude: '',
  latitude: '',
  ...changes,
})

describe('a ticket', () => {
  test('without position is read', () => {
    expect(readTicket(cells(), NOW)).toEqual({ reportedAt: SIX, position: null, problems: [] })
  })

  test('with a position is read', () => {
    expect(readTicket(cells({ longitude: '121.47', latitude: '31.23' }), NOW)).toMatchObject({
      position: { longitude: 121.47, latitude: 31.23 },
      problems: [],
    })
  })

  const wrong: [Partial<Cells>, string][] = [
    [{ ticket: '' }, 'ticket'],
    [{ reportedAt: '' }, 'reportedAt'],
    [{ reportedAt: '昨天' }, 'reportedAt'],
    [{ reportedAt: '2019-12-31' }, 'reportedAt'],
    [{ reportedAt: '2026-12-01' }, 'reportedAt'],
    [{ description: '脏' }, 'description'],
    [{ longitude: '121.47' }, 'latitude'],
    [{ latitude: '31.23' }, 'longitude'],
    [{ longitude: '东经', latitude: '31.23' }, 'longitude'],
    [{ longitude: '31.23', latitude: '121.47' }, 'longitude'],
    [{ longitude: '0', latitude: '0' }, 'longitude'],
  ]
  test.each(wrong)('%j is wrong in %s', (changes, column) => {
    const { problems } = readTicket(cells(changes), NOW)
    expect(problems).toEqual([{ row: 2, column, message: expect.any(String) }])
  })

  test('is told all that is wrong with it at once', () => {
    const { problems } = readTicket(
      cells({ ticket: '', reportedAt: 'x', description: '', latitude: '1' }),
      NOW,
    )
    expect(problems.map(({ column }) => column)).toEqual(['ticket', 'reportedAt', 'description', 'longitude'])
  })
})

describe('the category of a ticket', () => {
  const { categories } = DEFAULT_CATALOGUE
  const [first] = categories

  test('is the one of that name, however it is spaced, or within the hotline’s own path', () => {
    expect(categoryOf(first?.name ?? '', categories)).toBe(first)
    expect(categoryOf(` ${first?.name.split('').join(' ')} `, categories)).toBe(first)
    expect(categoryOf(`市容环卫/${first?.name}`, categories)?.categoryId).toBe(first?.categoryId)
  })

  test('is that of one of its other words', () => {
    for (const category of categories.filter(({ categoryId }) => categoryId !== 'other'))
      for (const word of category.words) expect(categoryOf(word, categories)).not.toBeNull()
  })

  test.each(['', '咨询', '其他'])('“%s” is none of ours', (name) => {
    expect(categoryOf(name, categories)).toBeNull()
  })

  test('is none that is no longer offered', () => {
    const retired = categories.map((category) => ({ ...category, isRetired: true }))
    expect(categoryOf(first?.name ?? '', retired)).toBeNull()
  })
})
