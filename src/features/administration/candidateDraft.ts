import { planOf } from '@contract/campaignPresets'
import type { Channel, FieldKey, FormField, PhotoKind } from '@contract/campaigns'
import { CHANNELS, FORM_FIELDS } from '@contract/campaigns'
import type { FieldProblem } from '@contract/errors'
import {
  ACHIEVEMENTS_LENGTH,
  CANDIDATE_NAME_LENGTH,
  PHOTO_DESCRIPTION_LENGTH,
  SUMMARY_LENGTH,
} from '@contract/limits'
import type { Campaign } from '@contract/voting'
import type { CloudError, Input } from '@/cloud/services'
import type { PickedPhoto } from '@/components/photoPicker'
import { shortLabel } from '@/words/nominations'

/** A candidate while staff enter it by hand. Pure. */

export interface DraftFact {
  label: string
  text: string
  /** Proposed by the form: its label stays, and it may be left empty. */
  isProposed: boolean
}

export interface DraftPhoto extends PickedPhoto {
  kind: PhotoKind | null
  description: string
}

export interface CandidateDraft {
  name: string
  /** The street or town; of a unit also a whole district. */
  placeCode: string | null
  streetName: string
  channel: Channel
  summary: string
  achievements: string
  facts: DraftFact[]
  /** The first one is the cover. */
  photos: DraftPhoto[]
  requestId: string | null
  savedAt: number
}

type Planned = Pick<Campaign, 'kind' | 'nomination'>

/** Whether a candidate can still be put on the paper, as far as can be known before asking. */
export const isPaperOpen = ({ rulesFrozenAt, votingState }: Campaign): boolean =>
  rulesFrozenAt === null && ['none', 'notOpen', 'open'].includes(votingState)

/** What a candidate is judged by; the other public fields are facts. As nominations are admitted. */
const MAIN_FIELDS: FieldKey[] = ['achievements', 'story', 'idea']

const mainOfKind: Record<Campaign['kind'], FieldKey> = {
  organisations: 'achievements',
  units: 'achievements',
  sites: 'idea',
  cases: 'story',
}

const factsOfKind: Record<Campaign['kind'], FieldKey[]> = {
  organisations: ['units', 'foundedIn'],
  units: [],
  sites: ['address', 'area', 'designer'],
  cases: [],
}

/** The form's own main field, or that of the campaign's kind. */
export const mainFieldOf = ({ kind, nomination }: Planned): Pick<FormField, 'label' | 'min' | 'max'> => {
  const main = MAIN_FIELDS.find((key) => nomination?.fields.some((field) => field.key === key))
  const asked = nomination?.fields.find(({ key }) => key === main)
  return asked ?? { label: FORM_FIELDS[mainOfKind[kind]].label, min: 0, max: 0 }
}

const proposedLabels = ({ kind, nomination }: Planned): string[] =>
  nomination
    ? nomination.fields
        .filter(({ key }) => FORM_FIELDS[key].isPublic && !MAIN_FIELDS.includes(key))
        .map(({ label }) => label)
    : factsOfKind[kind].map((key) => FORM_FIELDS[key].label)

/** By which ways a candidate may have come; where there is one only, it is not asked. */
export const channelsOf = ({ kind, nomination }: Planned): Channel[] => {
  if (nomination) return CHANNELS.filter((channel) => nomination.channels.includes(channel))
  return kind === 'organisations' ? [...CHANNELS] : ['street']
}

/** What photos of this campaign show. */
export const photoKindsOf = ({ kind, nomination }: Planned): PhotoKind[] =>
  (nomination ?? planOf(kind, 0).nomination)?.photos.kinds.map((each) => each.kind) ?? []

export function newCandidate(campaign: Planned): CandidateDraft {
  const channels = channelsOf(campaign)
  return {
    name: '',
    placeCode: null,
    streetName: '',
    channel: channels.includes('street') ? 'street' : (channels[0] ?? 'street'),
    summary: '',
    achievements: '',
    facts: proposedLabels(campaign).map((label) => ({
      label: shortLabel(label),
      text: '',
      isProposed: true,
    })),
    photos: [],
    requestId: null,
    savedAt: 0,
  }
}

const isEmptyFact = ({ label, text, isProposed }: DraftFact): boolean =>
  text.trim() === '' && (isProposed || label.trim() === '')

const DISTRICT_DIGITS = 6

/** What the cloud is asked to register. Facts that nobody filled in are left out. */
export const candidateInputOf = (
  campaignId: string,
  draft: CandidateDraft,
): Input<'voting', 'registerCandidate'> => ({
  campaignId,
  name: draft.name.trim(),
  districtCode: (draft.placeCode ?? '').slice(0, DISTRICT_DIGITS),
  streetName: draft.streetName,
  channel: draft.channel,
  facts: draft.facts
    .filter((fact) => !isEmptyFact(fact))
    .map(({ label, text }) => ({ label: label.trim(), text: text.trim() })),
  summary: draft.summary.trim(),
  achievements: draft.achievements.trim(),
  cover: draft.photos[0]?.fileId ?? null,
  photos: draft.photos.flatMap(({ fileId, kind, description }) =>
    kind === null ? [] : [{ file: fileId, kind, description: description.trim() }],
  ),
})

const factProblems = (facts: DraftFact[]): FieldProblem[] =>
  facts.flatMap((fact, index) => {
    if (isEmptyFact(fact)) return []
    if (fact.label.trim() === '') return [{ path: `facts.${index}.label`, message: '请填写这一项叫什么' }]
    return fact.text.trim() === ''
      ? [{ path: `facts.${index}.text`, message: '请填写内容，或者去掉这一项' }]
      : []
  })

const photoProblems = (photos: DraftPhoto[]): FieldProblem[] =>
  photos.flatMap(({ kind, description }, index) => [
    ...(kind === null ? [{ path: `photos.${index}.kind`, message: '请选择照片类型' }] : []),
    ...(description.trim().length < PHOTO_DESCRIPTION_LENGTH.min
      ? [{ path: `photos.${index}.description`, message: '请写照片里是什么，看不见照片的人要靠它' }]
      : []),
  ])

const tooShort = (path: string, name: string, value: string, min: number): FieldProblem[] =>
  value.trim().length < min
    ? [{ path, message: min > 1 ? `请填写${name}，至少 ${min} 个字` : `请填写${name}` }]
    : []

/** The same as the cloud will say, before asking it; paths are those of the draft. */
export const candidateProblems = (draft: CandidateDraft, mainLabel: string): FieldProblem[] => [
  ...tooShort('name', '名称', draft.name, CANDIDATE_NAME_LENGTH.min),
  ...(draft.placeCode === null ? [{ path: 'placeCode', message: '请选择所属区域' }] : []),
  ...tooShort('summary', '一句话介绍', draft.summary, SUMMARY_LENGTH.min),
  ...tooShort('achievements', mainLabel, draft.achievements, ACHIEVEMENTS_LENGTH.min),
  ...factProblems(draft.facts),
  ...photoProblems(draft.photos),
]

/** A fact of the input is another one on the form when empty ones stand before it. */
function pathOnForm(path: string, { facts }: CandidateDraft): string {
  if (path === 'districtCode' || path === 'streetName') return 'placeCode'
  const [part, index, field] = path.split('.')
  if (part !== 'facts' || index === undefined) return path
  const sent = facts.flatMap((fact, at) => (isEmptyFact(fact) ? [] : [at]))
  return [part, sent[Number(index)] ?? index, field].filter((each) => each !== undefined).join('.')
}

/** Where on the form an error of the cloud belongs; empty: to the form as a whole. */
export const candidateProblemsOfError = (
  error: CloudError,
  sentence: string,
  draft: CandidateDraft,
): FieldProblem[] => {
  if (error.code === 'invalid_input')
    return error.fields.map(({ path, message }) => ({ path: pathOnForm(path, draft), message }))
  return error.code === 'photo_unreadable' ? [{ path: 'photos', message: sentence }] : []
}

/** What was said of the pictures that are still there stays with them. */
export const describedPhotos = (
  picked: PickedPhoto[],
  before: DraftPhoto[],
  kinds: PhotoKind[],
): DraftPhoto[] =>
  picked.map(
    (photo) =>
      before.find(({ fileId }) => fileId === photo.fileId) ?? {
        ...photo,
        kind: kinds.length === 1 ? (kinds[0] ?? null) : null,
        description: '',
      },
  )
