import { type LocalSession, readSession } from '@/cloud/session'

/** What only a cloud on one machine offers: trying out who one is. Never part of the weapp build. */

export interface LocalIdentity {
  id: string
  name: string
  description: string
  group: string
}

export interface SentMessage {
  id: string
  page: string
  values: Record<string, string>
  sentAt: number
}

const authorized = (): Record<string, string> => {
  const session = readSession()
  // A desk's token is for the functions; the local cloud itself does not know it.
  return session && session.kind !== 'desk' ? { authorization: `Bearer ${session.token}` } : {}
}

const readJson = async <Body>(response: Response): Promise<Body | null> => {
  if (!response.ok || !response.headers.get('content-type')?.includes('json')) return null
  return (await response.json()) as Body
}

const ask = async <Body>(path: string, options: RequestInit = {}): Promise<Body | null> => {
  try {
    return await readJson<Body>(await fetch(path, options))
  } catch {
    return null
  }
}

const post = <Body>(path: string, body: object): Promise<Body | null> =>
  ask<Body>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...authorized() },
    body: JSON.stringify(body),
  })

let identities: Promise<LocalIdentity[] | null> | null = null
const askIdentities = async (): Promise<LocalIdentity[] | null> =>
  (await ask<{ identities: LocalIdentity[] }>('./local/identities'))?.identities ?? null

/** Asked once: they do not change while the cloud runs. Null: this is not a cloud on one machine. */
export const listIdentities = (): Promise<LocalIdentity[] | null> => {
  identities ??= askIdentities()
  return identities
}

export const signIn = (identityId: string): Promise<LocalSession | null> =>
  post<LocalSession>('./local/sign-in', { identityId })

/** Stands in for WeChat's phone number button. Null: this identity has no phone. */
export const askPhoneCode = async (): Promise<string | null> =>
  (await post<{ code: string }>('./local/phone-code', {}))?.code ?? null

export const listMessages = async (): Promise<SentMessage[]> =>
  (await ask<{ messages: SentMessage[] }>('./local/messages', { headers: authorized() }))?.messages ?? []

export interface StorageUsed {
  databaseBytes: number
  files: { count: number; bytes: number }
}

/** What this machine's data takes on the disk. Null: this is not a cloud on one machine, or nobody is signed in. */
export const readStorage = async (): Promise<StorageUsed | null> =>
  (await listIdentities()) && ask<StorageUsed>('./local/storage', { headers: authorized() })

export interface LogLine {
  at: number
  function: string
  line: string
}

/** What the functions printed while serving one request, newest first. */
export const findLogs = async (requestId: string): Promise<LogLine[] | null> =>
  (
    await ask<{ lines: LogLine[] }>(`./local/logs?requestId=${encodeURIComponent(requestId)}`, {
      headers: authorized(),
    })
  )?.lines ?? null
