import { randomUUID } from 'node:crypto'
import { aCityAdministrator, aStaffMember, expectError, expectValue } from '../../support/builders'
import {
  aReport,
  aReportPhoto,
  caseSeenBy,
  passTheCheck,
  type Report,
  reportInput,
  SHIMEN,
  STAIRWAY,
  storedFiles,
} from '../../support/cases'
import { type Cloud, type Person, startCloud } from '../../support/cloud'
import { REFUSED_TEXT, takeRulesBack } from '../../support/contents'

const HALF_A_YEAR = 181 * 24 * 3_600_000

let cloud: Cloud
let citizen: Person

beforeAll(async () => {
  cloud = await startCloud()
  citizen = await cloud.person()
})
afterEach(() => takeRulesBack(cloud))
afterAll(() => cloud?.stop())

const report = (changes: Partial<Report>, requestId?: string) =>
  citizen.reporting('reportProblem', reportInput(changes), requestId)

describe('a report is refused', () => {
  test.each<[string, Partial<Report>, object]>([
    ['of a category that there is not', { categoryId: 'nonsense' }, { code: 'category_not_found' }],
    ['at a place outside the city', { placeCode: '330106001' }, { code: 'place_not_found' }],
    ['at a street that there is not', { placeCode: '310106999' }, { code: 'place_not_found' }],
    ['without the photo that its category asks for', {}, { code: 'too_few_photos', min: 1 }],
    [
      'that says nothing and shows nothing',
      { categoryId: 'other', description: '' },
      { code: 'too_few_photos', min: 1 },
    ],
  ])('%s', async (_why, changes, error) => {
    expect(expectError(await report(changes))).toMatchObject(error)
  })

  test('without an answer that its category needs, or with one that is none of its answers', async () => {
    const photos = [await aReportPhoto(cloud, citizen)]
    const needed = { categoryId: STAIRWAY, photos }
    const missing = { code: 'answer_missing', questionId: 'blocksWay' }
    expect(expectError(await report(needed))).toMatchObject(missing)
    const answers = [{ questionId: 'blocksWay', value: '不知道' }]
    expect(expectError(await report({ ...needed, answers }))).toMatchObject(missing)
  })

  test('with a photo that is none, or is somebody else’s file', async () => {
    const photo = await aReportPhoto(cloud, citizen)
    const none = await aReportPhoto(cloud, citizen, Buffer.from('no picture'))
    const unreadable = { code: 'photo_unreadable', index: 1 }
    expect(expectError(await report({ photos: [photo, none] }))).toEqual(unreadable)
    const elsewhere = photo.replace('reportUploads', 'casePhotos')
    expect(expectError(await report({ photos: [photo, elsewhere] }))).toEqual(unreadable)
  })
})

test('a village or grid is accepted where its street is known', async () => {
  const { caseId } = await aReport(cloud, citizen, { placeCode: `${SHIMEN}002001` })
  expect((await caseSeenBy(citizen, caseId)).placeCode).toBe(`${SHIMEN}002001`)
})

test('what was reported is in one’s own list at once, as it was written', async () => {
  const person = await cloud.person()
  const { caseId, number, dueAt, reportedAt } = await aReport(cloud, person, {
    contact: { name: '示例先生', phone: '13800138000' },
  })
  expect(number).toMatch(/^\d{6}-\d{5}$/)
  expect(dueAt).toBeGreaterThan(reportedAt)
  const { reports, waitingForRating } = expectValue(await person.reporting('listMyReports', {}))
  expect(reports).toMatchObject([
    { caseId, relation: 'reporter', state: 'reported', address: '示例路 12 号门口', waitsForRating: false },
  ])
  expect(reports[0]?.coverUrl).toMatch(/^http/)
  expect(waitingForRating).toBe(0)
  const { own, relation, steps } = await caseSeenBy(person, caseId)
  expect(relation).toBe('reporter')
  expect(own).toMatchObject({
    description: '示例：路口有一堆垃圾没有清走',
    hasContact: true,
    mayWithdraw: true,
    mayRemark: true,
    mayRate: false,
    shown: 'checking',
  })
  expect(own?.photos).toHaveLength(1)
  expect(steps).toMatchObject([{ act: 'report', by: 'reporter', words: '', dueAt }])
})

test('a report that is sent eight times at once is one case with one set of photos, and so is one that is sent again', async () => {
  const person = await cloud.person()
  const photos = [await aReportPhoto(cloud, person), await aReportPhoto(cloud, person)]
  const input = reportInput({ photos })
  const before = storedFiles(cloud, 'casePhotos').length
  const requestId = randomUUID()
  const send = () => person.reporting('reportProblem', input, requestId)
  const receipts = (await Promise.all(Array.from({ length: 8 }, send))).map(expectValue)
  // The answers were lost: the phone sends it again, when the uploads are long gone.
  receipts.push(expectValue(await send()), expectValue(await send()))
  for (const receipt of receipts) expect(receipt).toEqual(receipts[0])
  expect(expectValue(await person.reporting('listMyReports', {})).reports).toHaveLength(1)
  expect(storedFiles(cloud, 'casePhotos')).toHaveLength(before + 4)
  const uploads = storedFiles(cloud, 'reportUploads')
  expect(uploads.filter((file) => photos.some((photo) => photo.endsWith(file)))).toEqual([])
  const { contents } = expectValue(await person.moderation('listMyContents', {}))
  expect(contents).toHaveLength(1)
})

test('two reports of one person are two cases', async () => {
  const person = await cloud.person()
  const [one, other] = [await aReport(cloud, person), await aReport(cloud, person)]
  expect(one.caseId).not.toBe(other.caseId)
  expect(one.number).not.toBe(other.number)
})

describe('others see words and photos', () => {
  test('once WeChat has passed them, with numbers that lead to a person taken out', async () => {
    const { caseId } = await aReport(cloud, citizen, {
      description: '示例：打 138 0013 8000 找老张，证件 310101199001011234',
      address: '示例路 12 号，电话 021-55500123',
    })
    expect(await caseSeenBy(cloud.nobody, caseId)).toMatchObject({
      description: null,
      address: '',
      before: [],
      own: null,
    })
    await passTheCheck(cloud)
    const seen = await caseSeenBy(cloud.nobody, caseId)
    expect(seen.description).toBe('示例：打 ＊＊＊ 找老张，证件 ＊＊＊')
    expect(seen.address).toBe('示例路 12 号，电话 ＊＊＊')
    expect(seen.before).toHaveLength(1)
    expect(seen).not.toHaveProperty('accountId')
  })

  test('never, of one that WeChat refuses; its reporter and staff see it all the same', async () => {
    const { caseId } = await aReport(cloud, citizen, { description: REFUSED_TEXT })
    await passTheCheck(cloud)
    expect(await caseSeenBy(cloud.nobody, caseId)).toMatchObject({ description: null, before: [] })
    const { own } = await caseSeenBy(citizen, caseId)
    expect(own).toMatchObject({ description: REFUSED_TEXT, shown: 'hidden' })
    // What is hidden goes after half a year; the photos belong to the case, and stay with it.
    await cloud.setClock(HALF_A_YEAR)
    expect(await cloud.runTimer('moderation')).not.toHaveProperty('error')
    expect((await fetch((await caseSeenBy(citizen, caseId)).own?.photos[0]?.pageUrl as string)).status).toBe(
      200,
    )
    await cloud.setClock(0)
  })

  test('when staff have looked, where WeChat does not answer: the report itself waits for nobody', async () => {
    await cloud.control('openapi', { apiName: 'security.msgSecCheck', rule: { fail: -1 } })
    const { caseId } = await aReport(cloud, citizen)
    await passTheCheck(cloud)
    expect(await caseSeenBy(cloud.nobody, caseId)).toMatchObject({ state: 'reported', description: null })
    const moderator = await aStaffMember(cloud, await aCityAdministrator(cloud), 'moderator', SHIMEN)
    const waiting = { placeCode: SHIMEN, state: 'underReview' as const }
    const [content] = expectValue(await moderator.moderation('listContents', waiting)).contents
    expect(content).toMatchObject({ kind: 'report', subject: `case/${caseId}`, cause: 'noAnswer' })
    const { contentId, version } = content as NonNullable<typeof content>
    const decision = { contentId, decision: 'release', reason: '内容正常', basedOn: version } as const
    expectValue(await moderator.moderation('decideContent', decision))
    expect((await caseSeenBy(cloud.nobody, caseId)).before).toHaveLength(1)
    // What becomes of it is told in the case: it is no opinion that waits for an answer.
    expect(expectValue(await moderator.moderation('listOpinions', { placeCode: SHIMEN })).opinions).toEqual(
      [],
    )
    const answer = { contentId, text: '示例答复', basedOn: version + 1 }
    expect(expectError(await moderator.moderation('answerContent', answer)).code).toBe('content_not_found')
  })
})
