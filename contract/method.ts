import type { GenericSchema, InferOutput } from 'valibot'

/**
 * Roles a person can hold, each at a place or in one organisation. Given by an administrator above; never
 * self-assigned. What each may do is declared at the methods; docs/roles.md is made from that.
 */
export const ROLES = [
  /** 管理员: appoints staff, keeps organisations, runs campaigns. */
  'administrator',
  /** 审核员: reviews what organisations hand in. */
  'reviewer',
  /** 内容审核员: decides about what people write when the machine cannot. */
  'moderator',
  /** 评委: scores entries on panels of campaigns. */
  'judge',
  /** 审计员: reads and checks the audit trail. */
  'auditor',
  /** 运维员: sees whether the program runs. */
  'operator',
  /** 派遣员 of a desk 城运中心: accepts, files, dispatches, verifies and closes cases. */
  'dispatcher',
  /** 处置员: handles cases of one department. Held in the organisation, not at its place. */
  'handler',
  /** 督办人: watches over cases and decides where citizens stay dissatisfied. */
  'supervisor',
  /** 组织负责人: keeps the details of one organisation. Held in the organisation, not at its place. */
  'organisationLeader',
] as const

export type Role = (typeof ROLES)[number]

/** Held in one organisation, never at a place as a whole. */
export const isOrganisationRole = (role: Role | null): boolean =>
  role === 'organisationLeader' || role === 'handler'

/**
 * One of `roles`, held at a place that contains the place the call is about, or in the organisation it is about.
 * `at` says where that place comes from: a field of the input, or the stored record (the implementation must then
 * say how).
 */
export interface RoleAccess {
  readonly roles: readonly Role[]
  readonly at: { readonly input: string } | 'record'
}

/** Who may call a method. `anyone`: also people who have not signed in. `signedIn`: any WeChat identity. */
export type Access = 'anyone' | 'signedIn' | RoleAccess

declare const phantom: unique symbol

/** Carries a type and nothing else, so that a contract costs the client no code. */
export interface TypeOnly<T> {
  readonly [phantom]?: T
}

/** The type of a method's value: `value: returns<Receipt>()`. */
export const returns = <T>(): TypeOnly<T> => ({})

/** The details that come with an error code: `errors: { already_voted: details<{ receipt: Receipt }>() }`. */
export const details = <T extends object>(): TypeOnly<T> => ({})

/** An error code that needs no details. */
export const plain: TypeOnly<Record<never, never>> = {}

export interface MethodDeclaration {
  readonly access: Access
  /** Refused at a desk: it needs the WeChat app itself, or is a citizen's own act that must not run from a browser. */
  readonly wechatOnly?: true
  /** A method that writes takes a `requestId`: the same request sent twice has one effect and one answer. */
  readonly writes: boolean
  /** Fields of the input that the audit trail must not tell. */
  readonly unrecorded?: readonly string[]
  /** Calls allowed to one account in a time, counted per running instance: a brake, not a wall. */
  readonly pace?: { readonly calls: number; readonly seconds: number }
  readonly input: GenericSchema
  readonly value: TypeOnly<unknown>
  readonly errors: Readonly<Record<string, TypeOnly<object>>>
}

export type Service = Readonly<Record<string, MethodDeclaration>>

/** Declares a service: keeps every literal, and demands every part of each method. */
export const service = <const S extends Service>(methods: S): S => methods

export type InputOf<M extends MethodDeclaration> = InferOutput<M['input']>
export type ValueOf<M extends MethodDeclaration> = M['value'] extends TypeOnly<infer V> ? V : never
/** Union of `{ code } & details` over the method's own error codes. */
export type ErrorOf<M extends MethodDeclaration> = {
  [Code in keyof M['errors'] & string]: { code: Code } & (M['errors'][Code] extends TypeOnly<infer D>
    ? D
    : never)
}[keyof M['errors'] & string]

export type ErrorCodeOf<S extends Service> = {
  [Name in keyof S]: keyof S[Name]['errors'] & string
}[keyof S]
