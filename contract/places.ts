import * as v from 'valibot'
import { id, reason, text, wholeNumber } from './fields'
import {
  ORGANISATION_INTRODUCTION_LENGTH,
  ORGANISATION_NAME_LENGTH,
  PERSON_NAME_LENGTH,
  PLACE_NAME_LENGTH,
  PLACES_NAMED_AT_ONCE,
  SEARCH_LENGTH,
} from './limits'
import { details, plain, returns, service } from './method'
import {
  ORGANISATION_KINDS,
  type Organisation,
  type OrganisationContact,
  type OrganisationSummary,
} from './places/organisations'

/** Places 地区, from the city down to the grid, and the organisations 组织 that stand at them. */

/** 市, 区, 街镇, 居村, 网格. The first four are the national table; grids are kept by staff. */
export type PlaceLevel = 'city' | 'district' | 'street' | 'village' | 'grid'

export interface Place {
  /** 6 digits for city and district, 9 for street or town, 12 for a village, 15 for a grid. */
  code: string
  name: string
  level: PlaceLevel
  hasChildren: boolean
}

/** A place with all above it: `['上海市', '静安区', '南京西路街道']`. */
export interface NamedPlace {
  code: string
  level: PlaceLevel
  path: string[]
}

const code = (digits: RegExp) => v.pipe(v.string('请选择地区'), v.regex(digits, '请重新选择地区'))
const anyPlace = () => code(/^\d{6}(\d{3}){0,3}$/)
/** Organisations stand at nothing finer than a village. */
const placeOfOrganisations = () => code(/^\d{6}(\d{3}){0,2}$/)
const village = () => code(/^\d{12}$/)
const grid = () => code(/^\d{15}$/)
const gridName = () => text('网格名称', PLACE_NAME_LENGTH)

const kind = v.picklist(ORGANISATION_KINDS, '请选择组织类别')
const contact = v.strictObject({
  name: text('联系人', PERSON_NAME_LENGTH),
  phone: v.pipe(
    v.string('请填写联系电话'),
    v.trim(),
    v.regex(/^\+?\d[\d -]{4,17}\d$/, '联系电话只写数字，区号后可以用短横'),
  ),
})
const introduction = v.pipe(
  v.string('请填写简介'),
  v.trim(),
  v.maxLength(ORGANISATION_INTRODUCTION_LENGTH, `简介最多 ${ORGANISATION_INTRODUCTION_LENGTH} 个字`),
)

const anybody = { access: 'anyone', writes: false, pace: { calls: 120, seconds: 60 } } as const
const administratorOf = <const Field extends string>(input: Field) =>
  ({ access: { roles: ['administrator'], at: { input } }, writes: true }) as const
const administrator = { access: { roles: ['administrator'], at: 'record' }, writes: true } as const
const administratorOrLeader = {
  access: { roles: ['administrator', 'organisationLeader'], at: 'record' },
  writes: true,
} as const

/** Somebody had it first; `isClosed` tells whether that one is to be found among the closed. */
const name_taken = details<{ organisationId: string; isClosed: boolean }>()

export const places = service({
  /** What lies directly in a place; null: where this deployment begins. */
  listPlaces: {
    ...anybody,
    input: v.strictObject({ parentCode: v.nullable(anyPlace()) }),
    value: returns<{ places: Place[] }>(),
    errors: { place_not_found: plain },
  },
  /** Names of places that a screen must show, in the order of the codes. A code outside the table is left out. */
  getPlaces: {
    ...anybody,
    input: v.strictObject({
      codes: v.pipe(
        v.array(anyPlace()),
        v.maxLength(PLACES_NAMED_AT_ONCE, `一次最多 ${PLACES_NAMED_AT_ONCE} 个地区`),
      ),
    }),
    value: returns<{ places: NamedPlace[] }>(),
    errors: {},
  },
  /** By name, or by the initials of its pinyin: large places first. Several words narrow it down, as `静安 新村`. */
  findPlaces: {
    ...anybody,
    input: v.strictObject({
      within: v.nullable(anyPlace()),
      words: text('地区名称', { min: 1, max: SEARCH_LENGTH }),
    }),
    value: returns<{ places: NamedPlace[] }>(),
    errors: { place_not_found: plain },
  },

  /** Adds a grid to a village. Its number is given once, also when the grid has been closed. */
  addGrid: {
    ...administratorOf('villageCode'),
    input: v.strictObject({ villageCode: village(), name: gridName() }),
    value: returns<{ gridCode: string }>(),
    errors: { place_not_found: plain, grid_name_taken: plain, too_many_grids: plain },
  },
  renameGrid: {
    ...administrator,
    input: v.strictObject({ gridCode: grid(), name: gridName() }),
    value: returns<{ gridCode: string; name: string }>(),
    errors: { grid_not_found: plain, grid_name_taken: plain },
  },
  /** Takes a grid out of the lists; what was recorded there keeps its name. */
  closeGrid: {
    ...administrator,
    input: v.strictObject({ gridCode: grid(), reason: reason() }),
    value: returns<{ gridCode: string }>(),
    errors: { grid_not_found: plain },
  },

  /** Organisations at a place and below it, by place. */
  listOrganisations: {
    access: 'signedIn',
    writes: false,
    input: v.strictObject({
      placeCode: placeOfOrganisations(),
      kind: v.optional(kind),
      search: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(SEARCH_LENGTH))),
      state: v.optional(v.picklist(['open', 'closed'], '请选择状态'), 'open'),
      after: v.optional(text('页码', { min: 1, max: 64 })),
    }),
    value: returns<{ organisations: OrganisationSummary[]; next: string | null }>(),
    errors: {},
  },
  getOrganisation: {
    access: 'signedIn',
    writes: false,
    input: v.strictObject({ organisationId: id() }),
    value: returns<Organisation>(),
    errors: { organisation_not_found: plain },
  },
  registerOrganisation: {
    ...administratorOf('placeCode'),
    input: v.strictObject({
      placeCode: placeOfOrganisations(),
      kind,
      name: text('组织名称', ORGANISATION_NAME_LENGTH),
      introduction: v.optional(introduction, ''),
      contact: v.optional(v.nullable(contact), null),
    }),
    value: returns<{ organisation: Organisation }>(),
    errors: { place_not_found: plain, organisation_name_taken: name_taken },
  },
  /** Replaces the details, if they are still of version `basedOn`. A contact that is left out stays; null removes it. */
  reviseOrganisation: {
    ...administratorOrLeader,
    input: v.strictObject({
      organisationId: id(),
      basedOn: wholeNumber('版本', { min: 1, max: 100_000 }),
      kind,
      name: text('组织名称', ORGANISATION_NAME_LENGTH),
      introduction,
      contact: v.optional(v.nullable(contact)),
    }),
    value: returns<{ organisation: Organisation }>(),
    errors: {
      organisation_not_found: plain,
      organisation_name_taken: name_taken,
      organisation_closed: plain,
      /** Its own leader does not decide what kind it is. */
      kind_is_fixed: plain,
      /** A leader's words are shown only when WeChat's content check has passed them; an administrator's are their own act. */
      words_refused: plain,
      /** The check did not answer, or the call came from a desk, where WeChat cannot be asked. */
      words_unchecked: plain,
      changed_meanwhile: plain,
    },
  },
  /** No longer offered for new things; what it has done stays. */
  closeOrganisation: {
    ...administrator,
    input: v.strictObject({ organisationId: id(), reason: reason() }),
    value: returns<{ organisation: Organisation }>(),
    errors: { organisation_not_found: plain },
  },
  reopenOrganisation: {
    ...administrator,
    input: v.strictObject({ organisationId: id(), reason: reason() }),
    value: returns<{ organisation: Organisation }>(),
    errors: { organisation_not_found: plain },
  },
  /** Writes nothing but who looked, and why. */
  revealOrganisationContact: {
    ...administratorOrLeader,
    input: v.strictObject({ organisationId: id(), reason: reason() }),
    value: returns<OrganisationContact>(),
    errors: { organisation_not_found: plain, contact_not_given: plain },
  },
})
