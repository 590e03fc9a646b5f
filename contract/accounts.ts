import * as v from 'valibot'
import { id, moment, placeCode, text } from './fields'
import { plain, type Role, returns, service } from './method'

/** People: who I am, verified phone, roles at places, the audit trail. */

export const ROLES = ['cityAdministrator', 'districtReviewer'] as const satisfies readonly Role[]

export interface Grant {
  role: Role
  placeCode: string
  endsAt: number | null
}

export interface Me {
  /** Stable name of this account that gives away nothing; staff are appointed by it. */
  accountId: string
  grants: Grant[]
  /** First three and last two digits, `138******21`, or null when no phone is verified. */
  phoneMask: string | null
}

/** One act of a member of staff. Append-only. */
export interface AuditEntry {
  at: number
  accountId: string
  service: string
  method: string
  /** `asked` before the work, `done` after it with its outcome. */
  step: 'asked' | 'done'
  /** `ok` or the error code; null for `asked`. */
  outcome: string | null
  requestId: string | null
  /** The input as it was asked, long texts cut. */
  input: string
}

const role = v.picklist(ROLES, '请选择角色')

export const accounts = service({
  getMe: { access: 'signedIn', writes: false, input: v.strictObject({}), value: returns<Me>(), errors: {} },
  /** `code` is what WeChat's getPhoneNumber button gives: five minutes, once. Only a keyed hash and a mask are kept. */
  verifyPhone: {
    access: 'signedIn',
    writes: true,
    pace: { calls: 10, seconds: 600 },
    input: v.strictObject({ code: text('验证码', { min: 4, max: 256 }) }),
    value: returns<{ phoneMask: string }>(),
    errors: { phone_code_invalid: plain, phone_service_unavailable: plain },
  },
  /** The first administrator of a deployment, by a secret set at deployment; works once. */
  claimAdministration: {
    access: 'signedIn',
    writes: true,
    pace: { calls: 5, seconds: 600 },
    input: v.strictObject({ cityCode: placeCode(), secret: text('部署口令', { min: 8, max: 256 }) }),
    value: returns<{ grant: Grant }>(),
    errors: { claim_refused: plain },
  },
  grantRole: {
    access: { roles: ['cityAdministrator'], at: { input: 'placeCode' } },
    writes: true,
    input: v.strictObject({
      accountId: id(),
      role,
      placeCode: placeCode(),
      endsAt: v.nullable(moment('结束时间')),
    }),
    value: returns<{ grant: Grant }>(),
    errors: { cannot_grant_to_self: plain },
  },
  endRole: {
    access: { roles: ['cityAdministrator'], at: { input: 'placeCode' } },
    writes: true,
    input: v.strictObject({ accountId: id(), role, placeCode: placeCode() }),
    value: returns<{ endsAt: number }>(),
    errors: { grant_not_found: plain, cannot_end_own_role: plain },
  },
  /** What staff did, newest first; `before` pages on. */
  listAuditTrail: {
    access: { roles: ['cityAdministrator'], at: { input: 'cityCode' } },
    writes: false,
    input: v.strictObject({ cityCode: placeCode(), before: v.optional(moment('时间')) }),
    value: returns<{ entries: AuditEntry[]; next: number | null }>(),
    errors: {},
  },
})
