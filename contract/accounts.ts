import * as v from 'valibot'
import { id, text } from './fields'
import { DESK_CODE_LENGTH, PERSON_NAME_LENGTH } from './limits'
import { plain, type Role, returns, service } from './method'
import { exportMyData } from './ownData'

/** People: who I am, my phone and contact, my devices, my data. */

export interface Grant {
  role: Role
  placeCode: string
  organisationId: string | null
  /** The name under which the role is held. */
  name: string
  endsAt: number | null
}

export interface Me {
  /** Stable name of this account that gives away nothing; staff are appointed by it. */
  accountId: string
  grants: Grant[]
  /** First three and last two digits, `138******21`, or null when no phone is verified. */
  phoneMask: string | null
  /** The deployment's top places, for pickers that start there. */
  cityCodes: string[]
}

/** How a member of staff can be reached. Encrypted at rest; its owner and administrators above see it. */
export interface Contact {
  name: string
  phone: string
}

/** A browser at a desk that asks to be signed in. */
export interface DeskSignIn {
  /** As the browser describes itself: `Chrome · Windows`. */
  device: string
  requestAddress: string
  requestedAt: number
  expiresAt: number
}

export interface Device {
  deviceId: string
  device: string
  requestAddress: string
  signedInAt: number
  /** To the nearest minutes. */
  lastUsedAt: number
  expiresAt: number
  isThis: boolean
}

/** Eight characters, shown in two groups. What is typed is forgiven its case, spaces and O for 0, I and L for 1. */
const deskCode = () =>
  v.pipe(
    v.string('请输入登录码'),
    v.transform((code) =>
      code
        .toUpperCase()
        .replace(/[^0-9A-Z]/g, '')
        .replace(/O/g, '0')
        .replace(/[IL]/g, '1'),
    ),
    v.length(DESK_CODE_LENGTH, `登录码是 ${DESK_CODE_LENGTH} 位字母和数字，请对照电脑屏幕输入`),
  )
const phoneNumber = v.pipe(
  v.string('请填写电话'),
  v.trim(),
  v.regex(/^[0-9][0-9-]{6,19}$/, '电话只写数字和短横线，如 021-12345678'),
)
const onlyCode = v.strictObject({ code: deskCode() })
const deskErrors = { sign_in_expired: plain } as const

export const accounts = service({
  getMe: { access: 'signedIn', writes: false, input: v.strictObject({}), value: returns<Me>(), errors: {} },
  /** `code` is what WeChat's getPhoneNumber button gives: five minutes, once. Only a keyed hash and a mask are kept. */
  verifyPhone: {
    access: 'signedIn',
    wechatOnly: true,
    writes: true,
    pace: { calls: 10, seconds: 600 },
    input: v.strictObject({ code: text('验证码', { min: 4, max: 256 }) }),
    value: returns<{ phoneMask: string }>(),
    errors: { phone_code_invalid: plain, phone_service_unavailable: plain },
  },
  getContact: {
    access: 'signedIn',
    writes: false,
    input: v.strictObject({}),
    value: returns<{ contact: Contact | null }>(),
    errors: {},
  },
  /** `null` removes it. */
  saveContact: {
    access: 'signedIn',
    writes: true,
    pace: { calls: 20, seconds: 600 },
    input: v.strictObject({
      contact: v.nullable(v.strictObject({ name: text('姓名', PERSON_NAME_LENGTH), phone: phoneNumber })),
    }),
    value: returns<{ contact: Contact | null }>(),
    errors: {},
  },

  /**
   * A browser asks to be signed in. `code` is shown there, as a QR code too; `secret` stays in the browser and
   * fetches the session once the person has confirmed in WeChat.
   */
  startDeskSignIn: {
    access: 'anyone',
    writes: true,
    // By address, and a whole office that begins its day is one address.
    pace: { calls: 200, seconds: 600 },
    input: v.strictObject({ device: text('设备', { min: 1, max: 60 }) }),
    value: returns<{ code: string; secret: string; expiresAt: number }>(),
    errors: {},
  },
  /** Asked every few seconds until it is no longer `waiting`. Asked again, it gives the same session. */
  finishDeskSignIn: {
    access: 'anyone',
    writes: true,
    // By address too: 50 browsers that ask every three seconds. The secret is too long to be guessed at any pace.
    pace: { calls: 3000, seconds: 180 },
    input: v.strictObject({ code: deskCode(), secret: text('口令', { min: 20, max: 64 }) }),
    value: returns<{ state: 'waiting' } | { state: 'signedIn'; token: string; expiresAt: number }>(),
    errors: { ...deskErrors, sign_in_refused: plain },
  },
  /** What the phone shows before one confirms. */
  getDeskSignIn: {
    access: 'signedIn',
    wechatOnly: true,
    writes: false,
    pace: { calls: 20, seconds: 600 },
    input: onlyCode,
    value: returns<DeskSignIn>(),
    errors: deskErrors,
  },
  answerDeskSignIn: {
    access: 'signedIn',
    wechatOnly: true,
    writes: true,
    pace: { calls: 20, seconds: 600 },
    input: v.strictObject({ code: deskCode(), answer: v.picklist(['confirm', 'refuse']) }),
    value: returns<{ answer: 'confirm' | 'refuse' }>(),
    errors: deskErrors,
  },
  listDevices: {
    access: 'signedIn',
    writes: false,
    input: v.strictObject({}),
    value: returns<{ devices: Device[] }>(),
    errors: {},
  },
  endDevice: {
    access: 'signedIn',
    writes: true,
    input: v.strictObject({ deviceId: id() }),
    value: returns<{ endedAt: number }>(),
    errors: { device_not_found: plain },
  },

  exportMyData,
  /**
   * Deletes the account: contact data, messages and devices go, ballots stay anonymous and counted, what was written
   * stays without the person. Staff must have handed back their roles first.
   */
  deleteAccount: {
    access: 'signedIn',
    wechatOnly: true,
    writes: true,
    pace: { calls: 5, seconds: 600 },
    input: v.strictObject({
      confirmation: v.literal('注销账号', '请输入“注销账号”四个字'),
    }),
    value: returns<{ deletedAt: number }>(),
    errors: { still_staff: plain },
  },
})
