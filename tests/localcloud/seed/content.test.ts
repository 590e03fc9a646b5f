import { activities } from '@contract/activities'
import { stageAt } from '@contract/campaigns'
import { districtsOf } from '@contract/places/names'
import streets from '@contract/places/streets.json'
import { voting } from '@contract/voting'
import * as v from 'valibot'
import { DEFAULT_CATALOGUE } from '../../../cloudfunctions/platform/cases/defaultCatalogue'
import { placeWords } from '../../../cloudfunctions/platform/placeNames'
import { isOpenid } from '../../../localcloud/functions/callers'
import { campaignCover, exampleCampaign } from '../../../localcloud/seed/content/campaign'
import { candidates, EXAMPLE_NOTE, factsOf } from '../../../localcloud/seed/content/candidates'
import { cases } from '../../../localcloud/seed/content/cases'
import { organisations } from '../../../localcloud/seed/content/organisations'
import { people } from '../../../localcloud/seed/content/people'
import { exampleSites } from '../../../localcloud/seed/content/sites'
import {
  exampleSeries,
  volunteers as exampleVolunteers,
  expectedUnits,
  teams,
} from '../../../localcloud/seed/content/volunteering'
import { describePicture } from '../../../localcloud/seed/pictures/drawPicture'

const DAY = 86_400_000
const streetsOf: Record<string, string[][]> = streets
const atMoment = Date.parse('2026-11-21T03:00:00Z')

describe('the example campaign', () => {
  test('is accepted by the contract as it stands', () => {
    const input = { ...exampleCampaign(atMoment), cover: null }
    expect(v.safeParse(voting.createCampaign.input, input).issues).toBeUndefined()
  })

  test.each(['2026-11-21T00:00:00+08:00', '2026-11-21T23:59:59+08:00', '2028-02-29T12:00:00+08:00'])(
    'voting is open at %s, since five days before that day and until nine days after it',
    (moment) => {
      const now = Date.parse(moment)
      const { votingOpensAt, votingClosesAt } = exampleCampaign(now)
      const midnight = Date.parse(`${moment.slice(0, 10)}T00:00:00+08:00`)
      expect(votingOpensAt).toBeLessThan(now)
      expect(votingClosesAt).toBeGreaterThan(now)
      expect(Math.floor((votingOpensAt - midnight) / DAY)).toBe(-5)
      expect(Math.floor((votingClosesAt - midnight) / DAY)).toBe(9)
    },
  )

  test('its stages have the order and the lengths of the document, and follow each other without a gap', () => {
    const { stages } = exampleCampaign(atMoment)
    expect(stages.map(({ kind }) => kind)).toEqual(['nomination', 'selection', 'expertReview', 'showcase'])
    expect(stages.map(({ opensAt, closesAt }) => (closesAt - opensAt) / DAY)).toEqual([26, 31, 15, 31])
    for (const [index, stage] of stages.slice(1).entries())
      expect(stage.opensAt).toBe(stages[index]?.closesAt)
    for (const stage of stages) expect(new Date(stage.opensAt).toISOString()).toContain('T16:00:00.000Z')
  })

  test('says that it is an example, in its name, its introduction and its mark', () => {
    const { name, introduction, isDemo, basis, organiser } = exampleCampaign(atMoment)
    expect(name).toContain('示例')
    expect(introduction.split('\n')[0]).toContain('示例')
    expect(isDemo).toBe(true)
    expect([basis, organiser]).toEqual(['沪绿容〔2023〕365号', '上海市绿化和市容管理局'])
    expect(campaignCover.kind).toBe('cover')
  })
})

test('the example campaign of sites is accepted by the contract as it stands, and takes nominations now', () => {
  const input = { ...exampleSites(atMoment), cover: null }
  expect(v.safeParse(voting.createCampaign.input, input).issues).toBeUndefined()
  expect(stageAt(exampleSites(atMoment).stages, atMoment)?.kind).toBe('nomination')
})

describe('the example candidates', () => {
  test('are thirty, one or two in each of the 16 districts', () => {
    expect(candidates).toHaveLength(30)
    for (const { code } of districtsOf('310000')) {
      const count = candidates.filter(({ districtCode }) => districtCode === code).length
      expect([1, 2]).toContain(count)
    }
  })

  test('have names, keys, summaries and texts of their own, and every name says 示例', () => {
    for (const field of ['key', 'name', 'summary', 'achievements'] as const) {
      expect(new Set(candidates.map((candidate) => candidate[field])).size).toBe(candidates.length)
    }
    for (const { name } of candidates) expect(name).toContain('示例')
    const lines = candidates.flatMap(({ achievements }) => achievements.split('\n').slice(0, -1))
    expect(new Set(lines).size).toBe(lines.length)
  })

  test.each(candidates.map((candidate) => [candidate.name, candidate] as const))(
    '%s is plausible',
    (_, candidate) => {
      expect(streetsOf[candidate.districtCode]).toContainEqual([candidate.streetCode, candidate.streetName])
      expect(candidate.summary.length).toBeLessThanOrEqual(40)
      const lines = candidate.achievements.split('\n')
      expect(lines.length).toBeGreaterThanOrEqual(3)
      expect(lines.length).toBeLessThanOrEqual(5)
      expect(lines.at(-1)).toBe(EXAMPLE_NOTE)
      expect(candidate.achievements.length).toBeGreaterThanOrEqual(300)
      expect(candidate.achievements.length).toBeLessThanOrEqual(600)
      expect(candidate.achievements).not.toMatch(/\d{5,}/)
    },
  )

  test('are accepted by the contract with their pictures', () => {
    for (const candidate of candidates) {
      const { name, districtCode, streetName, channel, summary, achievements, pictures } = candidate
      const photos = pictures.map((picture, index) => ({
        file: `cloud://photos/${index}.jpg`,
        kind: picture.kind,
        description: describePicture(picture),
      }))
      const input = {
        campaignId: 'c1',
        name,
        districtCode,
        streetName,
        channel,
        facts: factsOf(candidate),
        summary,
        achievements,
        cover: null,
        photos,
      }
      expect(v.safeParse(voting.registerCandidate.input, input).issues).toBeUndefined()
    }
  })

  test('have two pictures of each kind, none used twice', () => {
    for (const { pictures } of candidates) {
      const count = (kind: string) => pictures.filter((picture) => picture.kind === kind).length
      expect([count('street'), count('group'), count('working')]).toEqual([2, 2, 2])
      expect(pictures[0]?.kind).toBe('street')
    }
    const seeds = candidates.flatMap(({ pictures }) => pictures.map(({ seed }) => seed))
    expect(new Set(seeds).size).toBe(180)
  })
})

describe('the example cases', () => {
  test('say that they are examples, and lie where their place is', () => {
    expect(new Set(cases.map(({ key }) => key)).size).toBe(cases.length)
    for (const { description, address, placeCode } of cases) {
      expect(description).toContain('示例')
      expect(address).toContain('示例')
      expect(address.startsWith(placeWords(placeCode))).toBe(true)
    }
  })

  test('are of categories that are offered, with the photos that these ask for', () => {
    for (const { categoryId, answers = {} } of cases) {
      const category = DEFAULT_CATALOGUE.categories.find((each) => each.categoryId === categoryId)
      expect(category).toMatchObject({ isRetired: false, minPhotos: expect.any(Number) })
      expect(category?.minPhotos).toBeLessThanOrEqual(1)
      for (const { questionId, isRequired, options } of category?.questions ?? [])
        if (isRequired) expect(options).toContain(answers[questionId as keyof typeof answers])
    }
  })

  test('show every way a case can go', () => {
    expect(new Set(cases.map(({ until }) => until)).size).toBe(12)
  })
})

describe('the people to sign in as', () => {
  test('have ids and openids of their own that no number parser can mistake', () => {
    expect(new Set(people.map(({ id }) => id)).size).toBe(people.length)
    expect(new Set(people.map(({ openid }) => openid)).size).toBe(people.length)
    for (const { openid, name, description } of people) {
      expect(isOpenid(openid)).toBe(true)
      expect(openid).toMatch(/[A-Za-z]{4}/)
      expect(name).toContain('示例')
      expect(description).not.toContain('\n')
    }
  })

  test('cover citizens who have voted, have verified a phone and have not, and staff of city and districts', () => {
    const citizens = people.filter(({ group }) => group === '市民')
    expect(citizens).toHaveLength(4)
    expect(citizens.filter(({ already }) => already.includes('voted'))).toHaveLength(1)
    expect(citizens.filter(({ already }) => !already.includes('phoneVerified'))).toHaveLength(1)
    expect(citizens.every(({ role }) => role === null)).toBe(true)
    const roles = people
      .filter(({ group }) => group === '工作人员')
      .map(({ role }) => `${role?.role} ${role?.placeCode}`)
    expect(roles.sort()).toEqual([
      'administrator 310000',
      'administrator 310000',
      'administrator 310106',
      'auditor 310000',
      'dispatcher 310106012',
      ...Array.from({ length: 3 }, () => 'handler 310106012'),
      ...Array.from({ length: 5 }, () => 'judge 310000'),
      'moderator 310000',
      'operator 310000',
      'organisationLeader 310106012',
      'organisationLeader 310106012',
      'organisationLeader 310106012',
      'reviewer 310106',
      'reviewer 310115',
      'supervisor 310106',
    ])
  })

  test('have phone numbers that no network has given out, each once', () => {
    const phones = people.flatMap(({ phone }) => phone ?? [])
    expect(new Set(phones).size).toBe(4)
    for (const phone of phones) expect(phone).toMatch(/^1000000\d{4}$/)
  })
})

describe('the example volunteering', () => {
  const series = exampleSeries({
    from: '2026-10-31',
    saturday: '2026-11-28',
    soon: { day: '2026-11-22', startMinute: 1435 },
  })

  test('is accepted by the contract as it stands, and says that it is an example', () => {
    for (const { plan } of series) {
      const input = { organisationId: 'o1', plan, photos: [] }
      expect(v.safeParse(activities.createSeries.input, input).issues).toBeUndefined()
      expect(plan.theme).toContain('示例')
      expect(plan.address).toContain('示例')
    }
    for (const { name } of exampleVolunteers) expect(name).toContain('示例')
  })

  test('its teams, units and leaders are there', () => {
    const names = organisations.map(({ name }) => name)
    for (const name of [...teams.map(({ organisation }) => organisation), ...expectedUnits])
      expect(names).toContain(name)
    for (const { leader, organisation } of series)
      expect(people.find(({ id }) => id === leader)?.role?.organisation).toBe(organisation)
  })
})
