import { type CloudDatabase, startCloudDatabase } from './cloudDatabase'
import { errorOf, type SdkCollection } from './sdkTypes'

let cloud: CloudDatabase
let places: SdkCollection
const point = (longitude: number, latitude: number) => new cloud.db.Geo.Point(longitude, latitude)
const ids = async (query: unknown) => (await places.where(query).get()).data.map(({ _id }) => _id)
/** People's Square; a hundredth of a degree of latitude is 1113 metres. */
const [longitude, latitude] = [121.47, 31.23]
const square = (half: number) => {
  const corners: Array<[number, number]> = [
    [-half, -half],
    [half, -half],
    [half, half],
    [-half, half],
    [-half, -half],
  ]
  const ring = corners.map(([east, north]) => point(longitude + east, latitude + north))
  return new cloud.db.Geo.Polygon([new cloud.db.Geo.LineString(ring)])
}

beforeAll(async () => {
  cloud = await startCloudDatabase([
    {
      name: 'places',
      indexes: [{ name: 'byPlace', unique: false, fields: [{ path: 'location', order: '2dsphere' }] }],
    },
    { name: 'unindexed', indexes: [] },
    {
      name: 'crowd',
      indexes: [
        {
          name: 'byPlaceAndKind',
          unique: false,
          fields: [
            { path: 'location', order: '2dsphere' },
            { path: 'kind', order: 1 },
          ],
        },
      ],
    },
  ])
  places = cloud.db.collection('places')
  await places.add({
    data: [
      { _id: 'far', kind: 'tree', location: point(longitude, latitude + 0.5) },
      { _id: 'near', kind: 'tree', location: point(longitude, latitude + 0.01) },
      { _id: 'here', kind: 'bench', location: point(longitude, latitude) },
      { _id: 'east', kind: 'tree', location: point(longitude + 0.02, latitude) },
      { _id: 'nowhere', kind: 'tree' },
    ],
  })
})
afterAll(() => cloud.stop())

describe('geo queries through the real SDK', () => {
  test('near sorts by distance and keeps to its bounds', async () => {
    const near = (bounds: object) => ({
      location: cloud.db.command.geoNear({ geometry: point(longitude, latitude), ...bounds }),
    })
    expect(await ids(near({}))).toEqual(['here', 'near', 'east', 'far'])
    expect(await ids(near({ maxDistance: 1200 }))).toEqual(['here', 'near'])
    expect(await ids(near({ maxDistance: 1100 }))).toEqual(['here'])
    expect(await ids(near({ minDistance: 1, maxDistance: 5000 }))).toEqual(['near', 'east'])
    expect(await ids({ ...near({}), kind: 'tree' })).toEqual(['near', 'east', 'far'])
    expect((await places.where(near({})).limit(1).skip(1).get()).data.map(({ _id }) => _id)).toEqual(['near'])
  })

  test('within and intersects', async () => {
    const _ = cloud.db.command
    expect(await ids({ location: _.geoWithin({ geometry: square(0.015) }) })).toEqual(['near', 'here'])
    expect(
      await ids({ location: _.geoWithin({ centerSphere: [point(longitude, latitude), 1200 / 6378100] }) }),
    ).toEqual(['near', 'here'])
    expect(await ids({ location: _.geoIntersects({ geometry: square(0.02) }) })).toEqual([
      'near',
      'here',
      'east',
    ])
  })

  test('the stage geoNear writes distances in metres', async () => {
    const { list } = await places
      .aggregate()
      .geoNear({
        near: point(longitude, latitude),
        distanceField: 'metres',
        maxDistance: 3000,
        query: { kind: 'tree' },
        spherical: true,
      })
      .project({ metres: 1 })
      .end()
    expect(list.map(({ _id }) => _id)).toEqual(['near', 'east'])
    expect(list[0]?.metres).toBeCloseTo(1113.2, 0)
  })

  test('a page of a crowd is the nearest ones, near and far, whatever else is asked for', async () => {
    const crowd = cloud.db.collection('crowd')
    // Distances from 11 m to 66 km, each different.
    const rows = Array.from({ length: 120 }, (_, index) => ({
      _id: `c${String(index).padStart(3, '0')}`,
      kind: index % 3 === 0 ? 'tree' : 'bench',
      location: point(longitude, latitude + 0.0001 * 1.056 ** index),
    }))
    for (const row of [...rows].reverse()) await crowd.add({ data: row })
    const near = (bounds: object = {}) => ({
      location: cloud.db.command.geoNear({ geometry: point(longitude, latitude), ...bounds }),
    })
    const trees = rows.filter(({ kind }) => kind === 'tree').map(({ _id }) => _id)
    const read = async (query: object, skip: number, limit: number) =>
      (await crowd.where(query).skip(skip).limit(limit).get()).data.map(({ _id }) => _id)
    expect(await read(near(), 0, 10)).toEqual(rows.slice(0, 10).map(({ _id }) => _id))
    expect(await read(near(), 60, 50)).toEqual(rows.slice(60, 110).map(({ _id }) => _id))
    expect(await read({ ...near(), kind: 'tree' }, 10, 20)).toEqual(trees.slice(10, 30))
    const within = rows.filter((_, index) => 0.0001 * 1.056 ** index * 111_318 < 3000).map(({ _id }) => _id)
    expect(await read(near({ maxDistance: 3000 }), 0, 120)).toEqual(within)
    const beyond = await read(near({ minDistance: 3000 }), 0, 5)
    expect(beyond).toEqual(rows.slice(within.length, within.length + 5).map(({ _id }) => _id))
    const { list } = await crowd
      .aggregate()
      .geoNear({ near: point(longitude, latitude), distanceField: 'metres', query: { kind: 'tree' } })
      .limit(15)
      .project({ metres: 1 })
      .end()
    expect(list.map(({ _id }) => _id)).toEqual(trees.slice(0, 15))
  })

  test('areas can be stored and asked which one holds a point', async () => {
    await places.add({ data: { _id: 'area', location: square(0.1) } })
    expect(
      await ids({
        _id: 'area',
        location: cloud.db.command.geoIntersects({ geometry: point(longitude + 0.05, latitude) }),
      }),
    ).toEqual(['area'])
    expect(
      await ids({ location: cloud.db.command.geoIntersects({ geometry: point(longitude + 0.5, latitude) }) }),
    ).toEqual([])
    await places.doc('area').remove()
  })

  test('without a 2dsphere index a geo query is refused', async () => {
    const near = cloud.db.command.geoNear({ geometry: point(longitude, latitude), maxDistance: 10 })
    const { errMsg } = await errorOf(cloud.db.collection('unindexed').where({ location: near }).get())
    expect(errMsg).toContain("2dsphere index on 'location'")
  })

  test.each([
    ['a longitude beyond 180', { type: 'Point', coordinates: [200, 0] }],
    ['text', 'Shanghai'],
    [
      'an open ring',
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 1],
          ],
        ],
      },
    ],
  ])('%s under a 2dsphere index is refused', async (_, location) => {
    expect((await errorOf(places.add({ data: { location } }))).errCode).toBe(-502001)
  })
})
