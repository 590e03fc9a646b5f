import type { SessionKind } from '../../contract/judging'
import { SESSION_KINDS } from '../../contract/judging'
import { PANEL_MAX, SESSION_ENTRIES_MAX } from '../../contract/limits'
import type { CampaignRow, SessionResultRow } from '../platform/campaigns/rows'
import { collection, command, inTransaction } from '../platform/database/collection'
import type { SeatRow, SessionRow, SheetRow } from './rows'
import { sessionIdOf } from './rules'

/** Every query of judging, one function each. */

const sessions = collection<SessionRow>('judgingSessions')
const seats = collection<SeatRow>('sessionSeats')
const sheets = collection<SheetRow>('scoreSheets')

// Sessions

export const findSession = (sessionId: string): Promise<SessionRow | null> => sessions.find(sessionId)

export const insertSession = (session: SessionRow) => sessions.insert(session)

export async function listSessionsOf(campaignId: string): Promise<SessionRow[]> {
  const ids = SESSION_KINDS.map((kind: SessionKind) => sessionIdOf(campaignId, kind))
  const rows = await sessions.list({ _id: command.in(ids) }, { limit: ids.length })
  return ids.flatMap((id) => rows.find(({ _id }) => _id === id) ?? [])
}

export const listSessionsById = (sessionIds: string[]): Promise<SessionRow[]> =>
  sessionIds.length === 0
    ? Promise.resolve([])
    : sessions.list({ _id: command.in(sessionIds) }, { limit: sessionIds.length })

const SESSIONS_AT_ONCE = 20

/** Sessions whose judges are still to be told that it has opened. */
export const listSessionsToTell = (): Promise<SessionRow[]> =>
  sessions.list({ noticesDue: true }, { limit: SESSIONS_AT_ONCE })

/** Unless the panel has changed since: who came to it must be told too. */
export const endNotices = ({ _id, version }: Pick<SessionRow, '_id' | 'version'>): Promise<boolean> =>
  sessions.changeOne({ _id, version }, { noticesDue: false })

// Seats

const SEATS_OF_ONE_PERSON = 100

export const findSeat = (judgeId: string): Promise<SeatRow | null> => seats.find(judgeId)

/** In the order in which the seats were given. */
export async function listPanel({ _id, judgeIds }: Pick<SessionRow, '_id' | 'judgeIds'>): Promise<SeatRow[]> {
  const rows = await seats.list({ sessionId: _id, isSeated: true }, { limit: PANEL_MAX })
  return judgeIds.flatMap((judgeId) => rows.find((row) => row._id === judgeId) ?? [])
}

/** Newest first; with those that were taken away again. */
export const listSeatsOf = (accountId: string): Promise<SeatRow[]> =>
  seats.list({ accountId }, { orderBy: { seatedAt: 'desc' }, limit: SEATS_OF_ONE_PERSON })

/** The version grows, so that whoever is just changing the seat has to look again. */
export const dropAccount = (
  { _id, accountId }: Pick<SeatRow, '_id' | 'accountId'>,
  name: string,
): Promise<boolean> => seats.changeOne({ _id, accountId }, { accountId: null, name, version: command.inc(1) })

// Sheets

/** Of one judge. */
export const listSheetsOf = (sessionId: string, judgeId: string): Promise<SheetRow[]> =>
  sheets.list(
    // '.' is the character after '-'.
    { sessionId, _id: command.and([command.gt(`${judgeId}-`), command.lt(`${judgeId}.`)]) },
    { orderBy: { sessionId: 'asc', _id: 'asc' }, limit: SESSION_ENTRIES_MAX },
  )

const SHEETS_AT_ONCE = 1000

export async function listSheets(sessionId: string): Promise<SheetRow[]> {
  const all: SheetRow[] = []
  for (;;) {
    const page = await sheets.list(
      { sessionId, _id: command.gt(all.at(-1)?._id ?? '') },
      { orderBy: { sessionId: 'asc', _id: 'asc' }, limit: SHEETS_AT_ONCE },
    )
    all.push(...page)
    if (page.length < SHEETS_AT_ONCE) return all
  }
}

// Together

/** Rows that are read and written as one. */
export interface RowsTogether {
  findSession(sessionId: string): Promise<SessionRow | null>
  putSession(session: SessionRow): Promise<void>
  findSeat(judgeId: string): Promise<SeatRow | null>
  putSeat(seat: SeatRow): Promise<void>
  findSheet(sheetId: string): Promise<SheetRow | null>
  putSheet(sheet: SheetRow): Promise<void>
  findCampaign(campaignId: string): Promise<CampaignRow | null>
  putCampaign(campaign: CampaignRow): Promise<void>
  putResult(result: SessionResultRow): Promise<void>
}

/** `work` may run several times: it must have no effect but through these rows. */
export const together = <T>(work: (rows: RowsTogether) => Promise<T>): Promise<T> =>
  inTransaction((transaction) =>
    work({
      findSession: (id) => transaction.find<SessionRow>('judgingSessions', id),
      putSession: (row) => transaction.put('judgingSessions', row),
      findSeat: (id) => transaction.find<SeatRow>('sessionSeats', id),
      putSeat: (row) => transaction.put('sessionSeats', row),
      findSheet: (id) => transaction.find<SheetRow>('scoreSheets', id),
      putSheet: (row) => transaction.put('scoreSheets', row),
      findCampaign: (id) => transaction.find<CampaignRow>('campaigns', id),
      putCampaign: (row) => transaction.put('campaigns', row),
      putResult: (row) => transaction.put('sessionResults', row),
    }),
  )
