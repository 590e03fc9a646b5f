import { type CloudDatabase, startCloudDatabase } from './cloudDatabase'
import { errorOf, type SdkAggregate, type SdkCollection } from './sdkTypes'

let cloud: CloudDatabase
let ballots: SdkCollection
const $ = (name: string, operand: unknown) => ({ [`$${name}`]: operand })
const start = (): SdkAggregate => ballots.aggregate()

beforeAll(async () => {
  cloud = await startCloudDatabase([
    {
      name: 'ballots',
      indexes: [
        {
          name: 'byCampaign',
          unique: false,
          fields: [
            { path: 'campaign', order: 1 },
            { path: 'bucket', order: 1 },
          ],
        },
      ],
    },
    { name: 'campaigns', indexes: [] },
  ])
  ballots = cloud.db.collection('ballots')
  await ballots.add({
    data: Array.from({ length: 60 }, (_, number) => ({
      _id: `b${number}`,
      campaign: number < 40 ? 'trees' : 'parks',
      bucket: number % 4,
      choices: number % 2 === 0 ? ['x'] : ['x', 'y'],
      weight: number,
      at: new Date(Date.UTC(2026, 0, 1 + number)),
    })),
  })
  await cloud.db.collection('campaigns').add({
    data: [
      { _id: 'trees', title: '选树' },
      { _id: 'parks', title: '公园' },
    ],
  })
})
afterAll(() => cloud.stop())

describe('aggregation through the real SDK', () => {
  test('match, unwind, group and sort count ballots', async () => {
    const { list } = await start()
      .match({ campaign: 'trees' })
      .unwind('$choices')
      .group({
        _id: '$choices',
        total: $('sum', 1),
        weight: $('sum', '$weight'),
        heaviest: $('max', '$weight'),
      })
      .sort({ _id: 1 })
      .end()
    expect(list).toEqual([
      { _id: 'x', total: 40, weight: 780, heaviest: 39 },
      { _id: 'y', total: 20, weight: 400, heaviest: 39 },
    ])
  })

  test('a leading match, sort, skip and limit give the same as a get', async () => {
    const { list } = await start()
      .match({ campaign: 'parks', bucket: cloud.db.command.lte(1) })
      .sort({ weight: -1 })
      .skip(2)
      .limit(3)
      .project({ _id: 1 })
      .end()
    const { data } = await ballots
      .where({ campaign: 'parks', bucket: cloud.db.command.lte(1) })
      .orderBy('weight', 'desc')
      .skip(2)
      .limit(3)
      .get()
    expect(list).toEqual(data.map(({ _id }) => ({ _id })))
  })

  test.each<[string, (pipeline: SdkAggregate) => SdkAggregate, unknown]>([
    ['count', (p) => p.match({ campaign: 'trees' }).count('n'), [{ n: 40 }]],
    ['count of nothing', (p) => p.match({ campaign: 'none' }).count('n'), []],
    [
      'bucket',
      (p) => p.bucket({ groupBy: '$weight', boundaries: [0, 30, 60], output: { n: $('sum', 1) } }),
      [
        { _id: 0, n: 30 },
        { _id: 30, n: 30 },
      ],
    ],
    [
      'sortByCount',
      (p) => p.sortByCount('$campaign'),
      [
        { _id: 'trees', count: 40 },
        { _id: 'parks', count: 20 },
      ],
    ],
    ['groups of a missing field', (p) => p.group({ _id: '$absent', n: $('sum', 1) }), [{ _id: null, n: 60 }]],
    [
      'ISO weeks around New Year, in a time zone',
      (p) =>
        p.match({ _id: 'b3' }).project({
          _id: 0,
          week: $('isoWeek', '$at'),
          year: $('isoWeekYear', '$at'),
          west: $('dayOfMonth', { date: '$at', timezone: '-01:00' }),
          later: $('isoWeek', { date: '$at', timezone: '+08:00' }),
        }),
      [{ week: 1, year: 2026, west: 3, later: 1 }],
    ],
    ['replaceRoot', (p) => p.match({ _id: 'b3' }).replaceRoot({ newRoot: { w: '$weight' } }), [{ w: 3 }]],
    [
      'addFields with a condition',
      (p) =>
        p
          .match({ _id: 'b3' })
          .addFields({ odd: $('cond', [$('eq', [$('mod', ['$weight', 2]), 1]), 'yes', 'no']) })
          .project({ odd: 1, _id: 0 }),
      [{ odd: 'yes' }],
    ],
    [
      'week, counted from the first Sunday',
      (p) =>
        p
          .match({ _id: cloud.db.command.in(['b0', 'b2', 'b3', 'b10']) })
          .sort({ weight: 1 })
          .project({ _id: 0, w: $('week', '$at') }),
      [{ w: 0 }, { w: 0 }, { w: 1 }, { w: 2 }],
    ],
    [
      'substrings to the end and positions of text',
      (p) =>
        p.match({ _id: 'b3' }).project({
          _id: 0,
          a: $('substrCP', [$('literal', '绿色上海'), 2, -1]),
          b: $('indexOfCP', ['绿色上海', '上']),
          c: $('substr', ['$campaign', 3, -1]),
        }),
      [{ a: '上海', b: 2, c: 'es' }],
    ],
    [
      'dates in text',
      (p) =>
        p
          .match({ _id: 'b3' })
          .project({ _id: 0, day: $('dateToString', { date: '$at', format: '%Y-%m-%d' }) }),
      [{ day: '2026-01-04' }],
    ],
    [
      'lookup',
      (p) =>
        p
          .match({ _id: 'b3' })
          .lookup({ from: 'campaigns', localField: 'campaign', foreignField: '_id', as: 'found' })
          .project({ _id: 0, found: 1 }),
      [{ found: [{ _id: 'trees', title: '选树' }] }],
    ],
  ])('%s', async (_, build, expected) => {
    expect((await build(start()).end()).list).toEqual(expected)
  })

  test('what is not supported is refused by name', async () => {
    const refused = (stage: 'project' | 'lookup', operand: unknown) => errorOf(start()[stage](operand).end())
    expect(await refused('project', { x: { $nonsense: 1 } })).toMatchObject({
      errCode: -1,
      code: 'DATABASE_REQUEST_FAILED',
    })
    expect((await refused('project', { x: { $nonsense: 1 } })).errMsg).toContain('$nonsense')
    expect(
      (await refused('lookup', { from: 'nowhere', localField: 'a', foreignField: 'b', as: 'c' })).code,
    ).toBe('DATABASE_COLLECTION_NOT_EXIST')
    expect(
      (await refused('project', { x: { $function: { body: 'x', args: [], lang: 'js' } } })).errMsg,
    ).toContain('$function')
  })
})
