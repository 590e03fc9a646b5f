import * as v from 'valibot'
import type { JudgingPlan, ScoreTieBreak } from './campaigns'
import { id, moment, reason, text, wholeNumber } from './fields'
import { PERSON_NAME_LENGTH, SHEET_REMARK_MAX } from './limits'
import { details, plain, type Role, returns, service } from './method'
import { exportMyData } from './ownData'

/**
 * Judging 评审: the selection group's assessment and the expert session 擂台演讲 [沪绿容〔2023〕365号 三(二), 四(三)].
 * All times: milliseconds UTC. Scores are in hundredths of a point (8650 = 86.50), so that nobody's arithmetic rounds
 * differently.
 */

export const SESSION_KINDS = ['selectionGroup', 'experts'] as const
/** 选树工作小组评分, whose result counts in the candidate list · 专家评审, whose result names the winners. */
export type SessionKind = (typeof SESSION_KINDS)[number]

export const MEMBER_KINDS = [
  'civilisation',
  'commission',
  'inspector',
  'citizen',
  'media',
  'expert',
  'bureau',
] as const
/** 市文明办 · 相关委办局 · 行风监督员 · 市民巡访团 · 新闻媒体 [365号 四(三)] · 专家 · 绿化市容局. */
export type MemberKind = (typeof MEMBER_KINDS)[number]

/**
 * `preparing`: the panel is put together. `committed`: entries are fixed and the draw's commitment is published.
 * `drawn`: the seed is revealed and with it the order. `open`: judges score. `closed` by the chair: nothing changes.
 */
export const SESSION_STATES = ['preparing', 'committed', 'drawn', 'open', 'closed'] as const
export type SessionState = (typeof SESSION_STATES)[number]

export interface SessionEntry {
  candidateId: string
  name: string
  districtCode: string
  /** Place in the speaking order, from 1; null before the draw. */
  turn: number | null
}

/** Where a draw of lots comes from; repeatable by anyone once the seed is out. */
export interface Draw {
  /** SHA-256 of the seed, published before the draw. */
  commitment: string
  committedAt: number
  /** Null until it is revealed. The order is by SHA-256 of "<seed>:<candidate id>". */
  seed: string | null
  drawnAt: number | null
}

export interface SessionSummary {
  sessionId: string
  campaignId: string
  campaignName: string
  kind: SessionKind
  name: string
  state: SessionState
  startsAt: number
}

interface Session extends SessionSummary {
  plan: JudgingPlan
  entries: SessionEntry[]
  draw: Draw | null
  /** Whose turn it is, as the chair has said; null before the first. */
  speaking: string | null
  version: number
}

/** One judge's scores of one entry, by criterion, in hundredths of a point. */
export interface Sheet {
  candidateId: string
  scores: number[]
  remark: string
  savedAt: number
  version: number
}

/** What a judge sees: their own sheets, nobody else's. */
export interface MySession extends Session {
  memberKind: MemberKind
  recusals: { candidateId: string; reason: string }[]
  sheets: Sheet[]
  /** False when the chair has closed it or it has not begun. */
  mayScore: boolean
}

export interface PanelMember {
  judgeId: string
  accountId: string
  name: string
  memberKind: MemberKind
  recusals: { candidateId: string; reason: string }[]
}

export interface ScoredEntry {
  rank: number
  candidateId: string
  name: string
  districtCode: string
  /** Hundredths of a point. */
  score: number
  /** Sheets that counted, after recusals and dropping. */
  sheets: number
  isNamed: boolean
  /** How this place was decided among equal scores; null when scores alone decided. */
  decidedBy: ScoreTieBreak | null
}

/** What the chair sees: who has scored what, never the scores before the close. */
export interface ChairView extends Session {
  panel: PanelMember[]
  /** Of each entry: how many of those who must have scored. */
  progress: { candidateId: string; scored: number; expected: number; missing: string[] }[]
  /** Null until the session is closed. */
  results: ScoredEntry[] | null
  closedAt: number | null
}

const ADMINISTRATORS: readonly Role[] = ['administrator']
const atRecord = { roles: ADMINISTRATORS, at: 'record' } as const
const asJudge = { roles: ['judge'] as readonly Role[], at: 'record' } as const
const campaignInput = v.strictObject({ campaignId: id() })
const sessionId = { sessionId: id() }
const sessionInput = v.strictObject(sessionId)
const seen = { ...sessionId, version: wholeNumber('版本', { min: 1, max: 1_000_000 }) }
const seenInput = v.strictObject(seen)

const chairs = {
  access: atRecord,
  writes: true,
  value: returns<{ version: number; state: SessionState }>(),
} as const
const chairErrors = { session_not_found: plain, session_not_ready: plain, changed_meanwhile: plain } as const
const judges = { access: asJudge, writes: true } as const

export const judging = service({
  /** Sessions of a campaign, for those who run it. */
  listSessions: {
    access: atRecord,
    writes: false,
    input: campaignInput,
    value: returns<{ sessions: SessionSummary[] }>(),
    errors: { campaign_not_found: plain },
  },
  /** One session of each kind per campaign; it takes its rules from the campaign's plan. */
  createSession: {
    access: atRecord,
    writes: true,
    input: v.strictObject({
      campaignId: id(),
      kind: v.picklist(SESSION_KINDS, '请选择评审类型'),
      name: text('名称', { min: 2, max: 40 }),
      startsAt: moment('开始时间'),
    }),
    value: returns<{ sessionId: string; version: number }>(),
    errors: { campaign_not_found: plain, session_not_planned: plain, session_exists: plain },
  },
  getSession: {
    access: atRecord,
    writes: false,
    input: sessionInput,
    value: returns<ChairView>(),
    errors: { session_not_found: plain },
  },
  /**
   * Puts a person on the panel who holds the role of judge, or moves them to another kind of member. Possible until the
   * close, since recusals can leave a panel too small.
   */
  seatJudge: {
    ...chairs,
    input: v.strictObject({
      ...seen,
      accountId: id(),
      name: text('姓名', PERSON_NAME_LENGTH),
      memberKind: v.picklist(MEMBER_KINDS, '请选择评委来自哪里'),
    }),
    errors: { ...chairErrors, not_a_judge: plain, panel_full: details<{ max: number }>() },
  },
  /** Until the draw, and while enough stay: a seat that could be taken away later would take its scores away. */
  unseatJudge: { ...chairs, input: v.strictObject({ ...seen, judgeId: id() }), errors: chairErrors },
  /** The chair recuses a judge from an entry, as the judge can do alone. Sheets already given stop counting. */
  recuseJudge: {
    ...chairs,
    input: v.strictObject({ ...seen, judgeId: id(), candidateId: id(), reason: reason() }),
    errors: { ...chairErrors, entry_not_found: plain },
  },
  /** Fixes the entries and publishes the draw's commitment. Needs a panel of at least `needed`. */
  commitDraw: {
    ...chairs,
    input: seenInput,
    errors: {
      ...chairErrors,
      panel_too_small: details<{ needed: number }>(),
      no_entries: plain,
      too_many_entries: details<{ max: number }>(),
    },
  },
  /** Reveals the seed, and with it the speaking order. */
  drawOrder: { ...chairs, input: seenInput, errors: chairErrors },
  openSession: { ...chairs, input: seenInput, errors: chairErrors },
  callSpeaker: {
    ...chairs,
    input: v.strictObject({ ...seen, candidateId: id() }),
    errors: { ...chairErrors, entry_not_found: plain },
  },
  /** Ends scoring for good. Every entry needs every sheet that is due, or the chair excuses who is missing, by reason. */
  closeSession: {
    ...chairs,
    input: v.strictObject({ ...seen, excused: v.nullable(reason()) }),
    errors: {
      ...chairErrors,
      sheets_missing: details<{ missing: { candidateId: string; names: string[] }[] }>(),
      too_few_sheets: details<{ candidateIds: string[] }>(),
    },
  },

  /** Sessions that the caller sits on. */
  listMySessions: {
    access: 'signedIn',
    writes: false,
    input: v.strictObject({}),
    value: returns<{ sessions: SessionSummary[] }>(),
    errors: {},
  },
  getMySession: {
    access: asJudge,
    writes: false,
    input: sessionInput,
    value: returns<MySession>(),
    errors: { session_not_found: plain },
  },
  /** Once per judge and entry, and correctable until the session closes. `basedOn`: version of the sheet, 0 for a new one. */
  saveSheet: {
    ...judges,
    // Whoever reads the audit trail would otherwise know the scores before the close.
    unrecorded: ['scores', 'remark'],
    input: v.strictObject({
      ...sessionId,
      candidateId: id(),
      scores: v.pipe(
        v.array(wholeNumber('分数', { min: 0, max: 10_000 })),
        v.minLength(1, '请填写分数'),
        v.maxLength(10),
      ),
      remark: v.pipe(
        v.string(),
        v.trim(),
        v.maxLength(SHEET_REMARK_MAX, `评语最多 ${SHEET_REMARK_MAX} 个字`),
      ),
      basedOn: wholeNumber('版本', { min: 0, max: 1_000_000 }),
    }),
    value: returns<{ sheet: Sheet }>(),
    errors: {
      session_not_found: plain,
      session_not_open: plain,
      entry_not_found: plain,
      recused: plain,
      scores_out_of_range: details<{ points: number[] }>(),
      changed_meanwhile: plain,
    },
  },
  recuseMyself: {
    ...judges,
    input: v.strictObject({ ...sessionId, candidateId: id(), reason: reason() }),
    value: returns<{ recusals: { candidateId: string; reason: string }[] }>(),
    errors: { session_not_found: plain, session_not_open: plain, entry_not_found: plain },
  },

  /** What everyone may know of a campaign's expert session: when, its panel by kinds, the draw; after the close, the scores. */
  getPublicSession: {
    access: 'anyone',
    writes: false,
    input: campaignInput,
    value: returns<{
      name: string
      state: SessionState
      startsAt: number
      panel: { memberKind: MemberKind; number: number }[]
      draw: Draw | null
      entries: SessionEntry[]
      results: ScoredEntry[] | null
    }>(),
    errors: { campaign_not_found: plain, session_not_found: plain },
  },

  /** What the panel reads of each entry: what it is, what it has done, and the public's opinions with their answers (docx). */
  printPanelFile: {
    access: { roles: ['administrator', 'judge'], at: 'record' },
    writes: true,
    pace: { calls: 20, seconds: 600 },
    value: returns<{ url: string; fileName: string }>(),
    input: sessionInput,
    errors: { session_not_found: plain, session_not_ready: plain },
  },
  /** Minutes of a closed session (docx). */
  printMinutes: {
    access: atRecord,
    writes: true,
    value: returns<{ url: string; fileName: string }>(),
    input: sessionInput,
    errors: { session_not_found: plain, session_not_ready: plain },
  },
  exportMyData,
})
