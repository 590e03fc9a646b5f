import {
  aCityAdministrator,
  aStaffMember,
  expectError,
  expectValue,
  JINGAN,
  PUDONG,
  SHANGHAI,
} from '../../support/builders'
import { type Cloud, type Person, startCloud } from '../../support/cloud'
import { aTeam, aVolunteer, type TeamForTests, VOLUNTEERS_LIVE_IN } from '../../support/volunteers'

let cloud: Cloud
let administrator: Person

const codeOf = (answer: { ok: true } | { ok: false; error: { code: string } }) =>
  answer.ok ? 'ok' : answer.error.code

beforeAll(async () => {
  cloud = await startCloud()
  administrator = await aCityAdministrator(cloud)
})
afterAll(() => cloud?.stop())

const read = async ({ organisationId }: { organisationId: string }) =>
  expectValue(await cloud.nobody.volunteers('getTeam', { organisationId }))

const someTeam = { kind: 'law' as const, joining: 'request' as const, gridCodes: [] }

const ask = async (person: Person, { organisationId }: TeamForTests, words = '') =>
  expectValue(await person.volunteers('askToJoin', { organisationId, words })).state

const listed = async ({ leader, organisationId }: TeamForTests, state: 'asked' | 'member') =>
  expectValue(await leader.volunteers('listMembers', { organisationId, state })).members

const close = (organisationId: string) =>
  administrator.places('closeOrganisation', { organisationId, reason: '机构撤并' })

async function inbox(person: Person, kind: string) {
  const { messages } = expectValue(await person.messages('listMessages', {}))
  return messages.filter((message) => message.kind === kind).map(({ line, page }) => ({ line, page }))
}

describe('what a team is', () => {
  test('is decided by its leader and by administrators of its place, and by nobody else', async () => {
    const team = await aTeam(cloud, administrator)
    const { organisationId } = team
    const person = await aVolunteer(cloud)
    await ask(person, team)
    const [member] = await listed(team, 'member')
    const membershipId = member?.membershipId ?? ''
    const others = [
      person,
      (await aTeam(cloud, administrator)).leader,
      await aStaffMember(cloud, administrator, 'administrator', PUDONG),
      await aStaffMember(cloud, administrator, 'reviewer', SHANGHAI),
    ]
    for (const other of others) {
      const answers = [
        await other.volunteers('describeTeam', { organisationId, basedOn: 1, ...someTeam }),
        await other.volunteers('listMembers', { organisationId, state: 'member' }),
        await other.volunteers('answerMember', { membershipId, answer: 'remove', reason: '没有理由' }),
        await other.volunteers('assignGrid', { membershipId, gridCode: null }),
      ]
      expect(answers.map(codeOf)).toEqual(Array(4).fill('not_allowed'))
    }
    expectValue(await team.leader.volunteers('describeTeam', { organisationId, basedOn: 1, ...someTeam }))
    const near = await aStaffMember(cloud, administrator, 'administrator', JINGAN)
    expectValue(await near.volunteers('describeTeam', { organisationId, basedOn: 2, ...someTeam }))
    expect(await read(team)).toMatchObject({ kind: 'law', joining: 'request', members: 1, version: 3 })
  })

  test('takes open grids of its street only, and changes once', async () => {
    const grid = async (name: string, villageCode = VOLUNTEERS_LIVE_IN) =>
      expectValue(await administrator.places('addGrid', { villageCode, name })).gridCode
    const [own, neighbour] = [await grid('一号网格'), await grid('二号网格', '310106011003')]
    const [elsewhere, closed] = [await grid('别处的网格', '310106012002'), await grid('关闭的网格')]
    const { organisationId, leader } = await aTeam(cloud, administrator)
    expectValue(await administrator.places('closeGrid', { gridCode: closed, reason: '网格调整' }))
    const describing = (gridCodes: string[], basedOn = 1) => ({
      ...someTeam,
      organisationId,
      basedOn,
      gridCodes,
    })
    for (const wrong of [elsewhere, closed, `${VOLUNTEERS_LIVE_IN}999`])
      expect(codeOf(await leader.volunteers('describeTeam', describing([own, wrong])))).toBe('grid_not_found')
    const send = () =>
      leader.volunteers('describeTeam', describing([own, neighbour]), 'one-request-to-describe')
    const [one, other] = (await Promise.all([send(), send()])).map(expectValue)
    expect(one?.team).toMatchObject({ gridCodes: [own, neighbour], version: 2 })
    expect(other).toEqual(one)
    expect(codeOf(await leader.volunteers('describeTeam', describing([])))).toBe('changed_meanwhile')
    // One that is closed later neither goes nor stands in the way.
    expectValue(await administrator.places('closeGrid', { gridCode: own, reason: '网格调整' }))
    expectValue(await leader.volunteers('describeTeam', describing([own], 2)))
  })

  test('is called as its organisation is, and closes and opens with it', async () => {
    const street = '310106014'
    const team = await aTeam(cloud, administrator, { placeCode: street, name: '改名前的示例队' })
    const { organisationId, leader } = team
    const names = async (filter: { search?: string } = {}) =>
      expectValue(await cloud.nobody.volunteers('listTeams', { placeCode: street, ...filter })).teams.map(
        ({ name }) => name,
      )
    const renamed = {
      organisationId,
      basedOn: 1,
      kind: 'team' as const,
      name: '改名后的示例队',
      introduction: '介绍',
    }
    expectValue(await administrator.places('reviseOrganisation', renamed))
    expect(await read(team)).toMatchObject({
      name: '改名后的示例队',
      introduction: '介绍',
      placeCode: street,
    })
    expect(await names({ search: '改名后' })).toEqual(['改名后的示例队'])
    const person = await aVolunteer(cloud)
    expectValue(await close(organisationId))
    expect(await names()).toEqual([])
    expect((await read(team)).isClosed).toBe(true)
    const asking = { organisationId, words: '' }
    expect(codeOf(await person.volunteers('askToJoin', asking))).toBe('team_not_found')
    const changing = { organisationId, basedOn: 1, ...someTeam }
    expect(codeOf(await leader.volunteers('describeTeam', changing))).toBe('organisation_closed')
    expectValue(await administrator.places('reopenOrganisation', { organisationId, reason: '恢复工作' }))
    expect(await names()).toEqual(['改名后的示例队'])
    expect(await ask(person, team)).toBe('member')
  })

  test('lists hold the teams of a place and below it, by kind and in pages', async () => {
    const [street, village] = ['310106017', '310106017002']
    const names: string[] = []
    for (let number = 1; number <= 21; number++) {
      const placeCode = number === 21 ? village : street
      const kind = number === 1 ? ('health' as const) : ('culture' as const)
      const name = `分页示例${number}号`
      names.push(name)
      await aTeam(cloud, administrator, { placeCode, name, kind })
    }
    const list = async (filter: { kind?: 'health'; after?: string } = {}) =>
      expectValue(await cloud.nobody.volunteers('listTeams', { placeCode: street, ...filter }))
    const first = await list()
    expect(first.teams.map(({ name }) => name)).toEqual(names.slice(0, 20))
    const rest = await list({ after: first.next ?? '' })
    expect(rest).toMatchObject({
      teams: [{ name: '分页示例21号', placeCode: village, members: 0 }],
      next: null,
    })
    expect((await list({ kind: 'health' })).teams.map(({ name }) => name)).toEqual(['分页示例1号'])
    const inCity = await cloud.nobody.volunteers('listTeams', { placeCode: SHANGHAI, kind: 'health' })
    expect(expectValue(inCity).teams).toHaveLength(1)
  })
})

describe('joining', () => {
  test('is for volunteers, and of a team that is there', async () => {
    const { organisationId } = await aTeam(cloud, administrator)
    const stranger = await cloud.person()
    const asked = await stranger.volunteers('askToJoin', { organisationId, words: '' })
    expect(codeOf(asked)).toBe('not_volunteer')
    const person = await aVolunteer(cloud)
    const nowhere = { organisationId: 'no-such-team', words: '' }
    expect(codeOf(await person.volunteers('askToJoin', nowhere))).toBe('team_not_found')
    expect(expectError(await person.volunteers('leaveTeam', { organisationId })).code).toBe('not_member')
  })

  test('an open team takes who asks; whom its leader removed has to ask', async () => {
    const team = await aTeam(cloud, administrator)
    const { organisationId, leader } = team
    const person = await aVolunteer(cloud)
    expect(await ask(person, team)).toBe('member')
    expect(await ask(person, team)).toBe('member')
    expect((await read(team)).members).toBe(1)
    const [member] = await listed(team, 'member')
    const removing = {
      membershipId: member?.membershipId ?? '',
      answer: 'remove' as const,
      reason: '多次缺席',
    }
    const unsaid = await leader.volunteers('answerMember', { ...removing, reason: null })
    expect(codeOf(unsaid)).toBe('reason_needed')
    expectValue(await leader.volunteers('answerMember', removing))
    expect((await read(team)).members).toBe(0)
    const { teams } = expectValue(await person.volunteers('getMyVolunteer', {}))
    expect(teams).toMatchObject([{ organisationId, state: 'left', reason: '多次缺席' }])
    expect(await ask(person, team, '以后一定到')).toBe('asked')
    expectValue(await person.volunteers('leaveTeam', { organisationId }))
    expect(await ask(person, team)).toBe('asked')
  })

  test('leaders are told who asks, and the person what they answered', async () => {
    const team = await aTeam(cloud, administrator, { joining: 'request', name: '答复示例队' })
    const { organisationId, leader } = team
    const person = await aVolunteer(cloud, { name: '欧阳示例' })
    expect(await ask(person, team, '住得近')).toBe('asked')
    expect(await inbox(leader, 'volunteerWork')).toEqual([
      {
        line: '欧阳**申请加入“答复示例队”，请答复',
        page: `features/organising/pages/members/index?organisationId=${organisationId}`,
      },
    ])
    const [asking] = await listed(team, 'asked')
    expect(asking).toMatchObject({ name: '欧阳示例', words: '住得近', isMinor: false, skills: ['guiding'] })
    const membershipId = asking?.membershipId ?? ''
    const decline = { membershipId, answer: 'decline' as const, reason: '人已经满了' }
    expectValue(await leader.volunteers('answerMember', decline))
    const accept = { membershipId, answer: 'accept' as const, reason: null }
    expect(codeOf(await leader.volunteers('answerMember', accept))).toBe('changed_meanwhile')
    expect(await ask(person, team, '再问一次')).toBe('asked')
    expectValue(await leader.volunteers('answerMember', accept, 'one-request-to-accept'))
    expectValue(await leader.volunteers('answerMember', accept, 'one-request-to-accept'))
    expect((await inbox(person, 'teamAnswered')).map(({ line }) => line).sort()).toEqual([
      '“答复示例队”同意了你的申请',
      '“答复示例队”没有同意你的申请：人已经满了',
    ])
    expect(await inbox(leader, 'volunteerWork')).toHaveLength(2)
    expect(await read(team)).toMatchObject({ members: 1 })
    expectValue(await close(organisationId))
    const removing = { membershipId, answer: 'remove' as const, reason: '队伍解散' }
    expectValue(await leader.volunteers('answerMember', removing))
  })

  test('nobody is taken into a team that was closed after the request', async () => {
    const team = await aTeam(cloud, administrator, { joining: 'request' })
    await ask(await aVolunteer(cloud), team)
    const [asking] = await listed(team, 'asked')
    expectValue(await close(team.organisationId))
    const accept = { membershipId: asking?.membershipId ?? '', answer: 'accept' as const, reason: null }
    expect(codeOf(await team.leader.volunteers('answerMember', accept))).toBe('changed_meanwhile')
    expect((await read(team)).members).toBe(0)
  })

  test('requests stand by age; a request that is repeated does not undo what was done since', async () => {
    const team = await aTeam(cloud, administrator, { joining: 'request' })
    const { organisationId } = team
    const people = [await aVolunteer(cloud, { name: '甲先生' }), await aVolunteer(cloud, { name: '乙先生' })]
    for (const person of people)
      expectValue(
        await person.volunteers('askToJoin', { organisationId, words: '' }, `ask-of-${person.openid}`),
      )
    expect((await listed(team, 'asked')).map(({ name }) => name)).toEqual(['甲先生', '乙先生'])
    const first = people[0] as Person
    expectValue(await first.volunteers('leaveTeam', { organisationId }, 'one-request-to-leave'))
    const repeated = await first.volunteers(
      'askToJoin',
      { organisationId, words: '' },
      `ask-of-${first.openid}`,
    )
    expect(expectValue(repeated).state).toBe('left')
    expectValue(await first.volunteers('leaveTeam', { organisationId }, 'one-request-to-leave'))
    expect((await listed(team, 'asked')).map(({ name }) => name)).toEqual(['乙先生'])
  })

  test('many who join and leave at the same time are counted exactly', async () => {
    const team = await aTeam(cloud, administrator)
    const { organisationId } = team
    const people = await cloud.people(
      Array.from({ length: 12 }, (_, number) => `oParallelVolunteer${number}`),
    )
    await Promise.all(people.map((person) => aVolunteer(cloud, { person })))
    const staying = people.slice(0, 7)
    const twice = (act: (person: Person) => Promise<unknown>, of: Person[]) =>
      Promise.all(of.flatMap((person) => [act(person), act(person)]))
    await twice((person) => ask(person, team), people)
    expect((await read(team)).members).toBe(12)
    const leave = (person: Person) => person.volunteers('leaveTeam', { organisationId })
    await Promise.all([
      twice(leave, people.slice(7)),
      twice((person) => ask(person, team), staying),
      team.leader.volunteers('describeTeam', { organisationId, basedOn: 1, ...someTeam }),
    ])
    expect(await read(team)).toMatchObject({ members: 7, joining: 'request' })
    expect(await listed(team, 'member')).toHaveLength(7)
  })
})

test('a member looks after a grid of the team, until it is taken back, given up or the member leaves', async () => {
  const adding = { villageCode: VOLUNTEERS_LIVE_IN, name: '进网格示例' }
  const { gridCode } = expectValue(await administrator.places('addGrid', adding))
  const team = await aTeam(cloud, administrator, { gridCodes: [gridCode] })
  const { organisationId, leader } = team
  const person = await aVolunteer(cloud)
  await ask(person, team)
  const [{ membershipId } = { membershipId: '' }] = await listed(team, 'member')
  const assign = (code: string | null) => leader.volunteers('assignGrid', { membershipId, gridCode: code })
  const mine = async () =>
    expectValue(await person.volunteers('getMyVolunteer', {})).teams.map((each) => each.gridCode)
  expect(codeOf(await assign(`${VOLUNTEERS_LIVE_IN}999`))).toBe('grid_not_found')
  expect(expectValue(await assign(gridCode)).member.gridCode).toBe(gridCode)
  expect(await mine()).toEqual([gridCode])
  expect(expectValue(await assign(null)).member.gridCode).toBeNull()
  expectValue(await assign(gridCode))
  expectValue(await leader.volunteers('describeTeam', { organisationId, basedOn: 1, ...someTeam }))
  expect(await mine()).toEqual([null])
  const back = { organisationId, basedOn: 2, ...someTeam, joining: 'open' as const, gridCodes: [gridCode] }
  expectValue(await leader.volunteers('describeTeam', back))
  expectValue(await person.volunteers('leaveTeam', { organisationId }))
  expect(codeOf(await assign(gridCode))).toBe('member_not_found')
  await ask(person, team)
  expect(await mine()).toEqual([null])
})
