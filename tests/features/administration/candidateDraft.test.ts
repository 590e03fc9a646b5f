import { planOf } from '@contract/campaignPresets'
import { CAMPAIGN_KINDS, type CampaignKind } from '@contract/campaigns'
import { FACTS_PER_CANDIDATE } from '@contract/limits'
import { voting } from '@contract/voting'
import * as v from 'valibot'
import {
  type CandidateDraft,
  candidateInputOf,
  candidateProblems,
  candidateProblemsOfError,
  channelsOf,
  type DraftFact,
  type DraftPhoto,
  describedPhotos,
  mainFieldOf,
  newCandidate,
  photoKindsOf,
} from '@/features/administration/candidateDraft'

const CAMPAIGN = 'C0000000000000000001'
const FILE = 'cloud://local.nowhere/uploads/2026-11/one.jpg'

const withoutForm = (kind: CampaignKind) => ({ kind, nomination: null })
const withForm = (kind: CampaignKind) => ({ kind, nomination: planOf(kind, 0).nomination })

const fact = (label: string, text: string, isProposed = false): DraftFact => ({ label, text, isProposed })

const photo = (part: Partial<DraftPhoto> = {}): DraftPhoto => ({
  fileId: FILE,
  previewUrl: 'blob:here',
  kind: 'working',
  description: '商户在扫门前',
  ...part,
})

const aDraft = (part: Partial<CandidateDraft> = {}): CandidateDraft => ({
  ...newCandidate(withoutForm('organisations')),
  name: ' 示例自律会 ',
  placeCode: '310106012',
  streetName: '南京西路街道',
  summary: '门前三包',
  achievements: '示例文字。',
  ...part,
})

describe('a new candidate', () => {
  it.each<[CampaignKind, string[]]>([
    ['organisations', ['组织规模', '成立时间']],
    ['units', []],
    ['sites', ['地址', '面积', '设计单位']],
    ['cases', []],
  ])('of %s without a form is asked for the facts of its kind', (kind, labels) => {
    const { facts } = newCandidate(withoutForm(kind))
    expect(facts).toEqual(labels.map((label) => fact(label, '', true)))
  })

  it('is asked for the public fields of the campaign’s form, and for nothing that stays sealed', () => {
    const labelsOf = (kind: CampaignKind) => newCandidate(withForm(kind)).facts.map(({ label }) => label)
    expect(labelsOf('organisations')).toEqual(['成立时间', '组织规模', '所获荣誉'])
    expect(labelsOf('cases')).toEqual(['所获荣誉'])
  })

  it('is written about under the name that the form has for it', () => {
    expect(CAMPAIGN_KINDS.map((kind) => mainFieldOf(withoutForm(kind)).label)).toEqual([
      '工作实绩',
      '工作实绩',
      '设计说明',
      '事迹介绍',
    ])
    expect(mainFieldOf(withForm('cases'))).toMatchObject({ label: '事迹介绍', min: 200, max: 1500 })
  })

  it('has come by the streets unless another way is chosen, of those that there are', () => {
    for (const kind of CAMPAIGN_KINDS) expect(newCandidate(withForm(kind)).channel).toBe('street')
    expect(channelsOf(withoutForm('sites'))).toEqual(['street'])
    expect(channelsOf(withForm('units'))).toEqual(['street', 'self'])
  })

  it.each(CAMPAIGN_KINDS)('of %s has kinds of photos to choose from', (kind) => {
    expect(photoKindsOf(withoutForm(kind)).length).toBeGreaterThan(0)
  })
})

describe('what the cloud is asked', () => {
  it('is what was typed, without spaces around it and without facts that nobody filled in', () => {
    const facts = [
      fact('组织规模', '', true),
      fact('成立时间', ' 2019年5月 ', true),
      fact('', ''),
      fact('荣誉', '示例'),
    ]
    const input = candidateInputOf(CAMPAIGN, aDraft({ facts, photos: [photo()] }))
    expect(input).toEqual({
      campaignId: CAMPAIGN,
      name: '示例自律会',
      districtCode: '310106',
      streetName: '南京西路街道',
      channel: 'street',
      facts: [
        { label: '成立时间', text: '2019年5月' },
        { label: '荣誉', text: '示例' },
      ],
      summary: '门前三包',
      achievements: '示例文字。',
      cover: FILE,
      photos: [{ file: FILE, kind: 'working', description: '商户在扫门前' }],
    })
    expect(v.safeParse(voting.registerCandidate.input, input).issues).toBeUndefined()
  })

  it('has no cover when there is no photo', () => {
    expect(candidateInputOf(CAMPAIGN, aDraft())).toMatchObject({ cover: null, photos: [] })
  })

  it('is taken by the contract whenever the form has no problem, and refused when it has one', () => {
    const drafts = [
      aDraft(),
      aDraft({ name: '甲' }),
      aDraft({ placeCode: null, streetName: '' }),
      aDraft({ summary: ' ' }),
      aDraft({ achievements: '' }),
      aDraft({ facts: [fact('荣誉', ' ')] }),
      aDraft({ facts: [fact(' ', '示例')] }),
      aDraft({ facts: Array.from({ length: FACTS_PER_CANDIDATE }, () => fact('荣誉', '示例')) }),
      aDraft({ photos: [photo({ description: '扫' })] }),
    ]
    const fits = drafts.map(
      (draft) => v.safeParse(voting.registerCandidate.input, candidateInputOf(CAMPAIGN, draft)).success,
    )
    expect(drafts.map((draft) => candidateProblems(draft, '工作实绩').length === 0)).toEqual(fits)
    expect(fits).toEqual([true, false, false, false, false, false, false, true, false])
  })
})

it.each<[string, Partial<CandidateDraft>, string[]]>([
  ['a whole draft', {}, []],
  ['an empty one', newCandidate(withoutForm('sites')), ['name', 'placeCode', 'summary', 'achievements']],
  ['half a fact', { facts: [fact('', '示例'), fact('荣誉', '')] }, ['facts.0.label', 'facts.1.text']],
  ['a proposed fact that is left empty', { facts: [fact('组织规模', ' ', true)] }, []],
  [
    'a photo of which nothing is said',
    { photos: [photo(), photo({ kind: null, description: ' ' })] },
    ['photos.1.kind', 'photos.1.description'],
  ],
])('says at the fields what is wrong with %s', (_name, part, paths) => {
  expect(candidateProblems(aDraft(part), '工作实绩').map(({ path }) => path)).toEqual(paths)
})

it('puts an error of the cloud at the field that was typed in', () => {
  const facts = [fact('组织规模', '', true), fact('荣誉', '示例')]
  const fields = ['districtCode', 'facts.0.text', 'summary'].map((path) => ({ path, message: '不对' }))
  const at = (error: Parameters<typeof candidateProblemsOfError>[0]) =>
    candidateProblemsOfError(error, '说明', aDraft({ facts })).map(({ path }) => path)
  expect(at({ code: 'invalid_input', fields })).toEqual(['placeCode', 'facts.1.text', 'summary'])
  expect(at({ code: 'photo_unreadable' })).toEqual(['photos'])
  expect(at({ code: 'rules_frozen', frozenAt: 1 })).toEqual([])
})

it('keeps what was said of a photo when others are added or moved', () => {
  const described = photo()
  const other = { fileId: 'cloud://local.nowhere/uploads/2026-11/two.jpg', previewUrl: 'blob:there' }
  const picked = [other, { fileId: FILE, previewUrl: 'blob:here' }]
  expect(describedPhotos(picked, [described], ['working', 'group'])).toEqual([
    { ...other, kind: null, description: '' },
    described,
  ])
  expect(describedPhotos([other], [], ['site'])[0]?.kind).toBe('site')
})
