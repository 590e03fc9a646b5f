import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import type { InferInput } from 'valibot'
import {
  FORM_FIELDS,
  type FormField,
  NOMINATION_UPLOADS,
  type NominationPlan,
} from '../../contract/campaigns'
import type { Nomination, nominations } from '../../contract/nominations'
import type { voting } from '../../contract/voting'
import { campaignInput, expectValue, JINGAN } from './builders'
import type { Cloud, Person } from './cloud'

/** Nominations for tests: a campaign that takes them, forms that can be handed in, photos of any size. */

const DAY = 24 * 3_600_000

type CampaignInput = InferInput<(typeof voting)['createCampaign']['input']>
type Saving = InferInput<(typeof nominations)['saveNomination']['input']>

export const formField = (key: FormField['key'], changes: Partial<FormField> = {}): FormField => {
  const { label, min, max } = FORM_FIELDS[key]
  return { key, label, min, max, isRequired: true, ...changes }
}

/** The 推荐表 of 365号 with 6–8 photos, two of each kind, at least 2480×3425. */
export const wholeForm = (): NominationPlan => ({
  channels: ['street', 'public', 'self'],
  fields: [
    ...(['foundedIn', 'units', 'leader', 'phone'] as const).map((key) => formField(key)),
    formField('honours', { isRequired: false }),
    formField('achievements'),
    formField('remarks', { isRequired: false }),
  ],
  photos: {
    kinds: (['group', 'working', 'street'] as const).map((kind) => ({ kind, min: 2 })),
    min: 6,
    max: 8,
    shortSide: 2480,
    longSide: 3425,
  },
  quotas: { perDistrict: 2, districts: [], departments: [] },
})

/** Few fields and no photo needed, for tests of what comes after the form. */
export const shortForm = (changes: Partial<NominationPlan> = {}): NominationPlan => ({
  ...wholeForm(),
  fields: [formField('units'), formField('leader'), formField('phone')],
  photos: { kinds: [{ kind: 'group', min: 0 }], min: 0, max: 3, shortSide: 60, longSide: 80 },
  ...changes,
})

/** Opened a day ago, closes in ten; voting begins in twenty. */
export const takingNominations = (nomination: NominationPlan, changes: Partial<CampaignInput> = {}) => {
  const now = Date.now()
  return campaignInput(now, {
    stages: [
      { kind: 'nomination', name: '申报', opensAt: now - DAY, closesAt: now + 10 * DAY },
      { kind: 'selection', name: '推选审定', opensAt: now + 10 * DAY, closesAt: now + 40 * DAY },
    ],
    nomination,
    votingOpensAt: now + 20 * DAY,
    votingClosesAt: now + 30 * DAY,
    ...changes,
  })
}

export const aNominatingCampaign = async (
  administrator: Person,
  nomination = shortForm(),
  changes: Partial<CampaignInput> = {},
): Promise<string> =>
  expectValue(await administrator.voting('createCampaign', takingNominations(nomination, changes))).campaignId

export const aDraft = async (
  author: Person,
  campaignId: string,
  changes: Partial<InferInput<(typeof nominations)['startNomination']['input']>> = {},
): Promise<string> =>
  expectValue(
    await author.nominations('startNomination', {
      campaignId,
      channel: 'self',
      departmentId: null,
      ...changes,
    }),
  ).nominationId

export const LEADER = '示例负责人'
export const PHONE = '021-55500123'

export const filledIn = (changes: Partial<Saving> = {}): Omit<Saving, 'nominationId' | 'version'> => ({
  name: '示例路自律会',
  placeCode: JINGAN,
  summary: '沿街商户自己管好门前。',
  values: { units: 20, leader: LEADER, phone: PHONE },
  ...changes,
})

export const ownNomination = async (author: Person, nominationId: string): Promise<Nomination> =>
  expectValue(await author.nominations('getMyNomination', { nominationId }))

/** Fills the form in; answers the version that it left. */
export async function fillIn(
  author: Person,
  nominationId: string,
  changes: Partial<Saving> = {},
): Promise<number> {
  const { version } = await ownNomination(author, nominationId)
  const saving = { nominationId, version, ...filledIn(changes) }
  return expectValue(await author.nominations('saveNomination', saving)).version
}

/** Handed in; answers its id and version. */
export async function aNomination(
  author: Person,
  campaignId: string,
  changes: Partial<Saving> = {},
): Promise<{ nominationId: string; version: number }> {
  const nominationId = await aDraft(author, campaignId)
  const version = await fillIn(author, nominationId, changes)
  const handedIn = expectValue(await author.nominations('submitNomination', { nominationId, version }))
  return { nominationId, version: handedIn.version }
}

/** A flat picture: quick to make and small, whatever its size. */
export const aFlatPicture = (
  width: number,
  height: number,
  { format = 'jpeg', orientation }: { format?: 'jpeg' | 'png' | 'webp' | 'gif'; orientation?: number } = {},
): Promise<Buffer> => {
  const picture = sharp({ create: { width, height, channels: 3, background: '#7a9' } })
  const described = orientation === undefined ? picture : picture.withMetadata({ orientation })
  return described.toFormat(format).toBuffer()
}

/** Uploads where the mini-program does; answers the file id. */
export async function anUpload(
  cloud: Cloud,
  person: Person,
  bytes: Buffer,
  folder: string = NOMINATION_UPLOADS,
): Promise<string> {
  const path = encodeURIComponent(`${folder}/2026-11/${randomUUID()}.jpg`)
  const answer = await fetch(`${cloud.url}/storage/upload?path=${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${person.token}` },
    body: new Uint8Array(bytes),
  })
  const { fileID } = (await answer.json()) as { fileID?: string }
  if (!fileID) throw new Error(`the upload answered ${answer.status}`)
  return fileID
}
