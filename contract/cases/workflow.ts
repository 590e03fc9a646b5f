/**
 * A case 案件: which act leads from which state to which, and who may do it. The steps and their order are the field's
 * own (受理→立案→派遣→处置→反馈→核查→结案→评价). One table: screens, functions, documents and tests read this.
 */

export const CASE_STATES = [
  /** 待受理: came in, nobody has looked. */
  'reported',
  /** 已受理: the desk has looked; not yet on file. */
  'accepted',
  /** 已立案: on file, waits to be given to a department. */
  'filed',
  /** 已派遣: given to a department, which has not taken it up. */
  'dispatched',
  /** 处置中 */
  'handling',
  /** 挂账: cannot be handled for a while; its time stands still. */
  'suspended',
  /** 待核查: the department says that it is done and has shown it (处置, 反馈). */
  'handled',
  /** 核查通过: waits to be closed. */
  'verified',
  /** 已结案: waits for its rating, or has it. */
  'closed',
  /** 督办中: the citizen was dissatisfied for the second time; the supervisor decides. */
  'supervised',
  /** 不予受理, with the reason. */
  'refused',
  /** 已合并 into another case. */
  'merged',
  /** Taken back by who reported it. */
  'withdrawn',
] as const
export type CaseState = (typeof CASE_STATES)[number]

/**
 * Who acts. `reporter`: who reported it. `dispatcher`: the desk (城运中心). `handler`: the department that has it.
 * `machine`: rules and timers.
 */
export const ACTORS = ['reporter', 'dispatcher', 'handler', 'supervisor', 'machine'] as const
export type Actor = (typeof ACTORS)[number]

export const ACTS = [
  'report',
  'accept',
  'refuse',
  'file',
  'dispatch',
  'redispatch',
  'take',
  'return',
  'handOver',
  'note',
  'askExtension',
  'askSuspension',
  'decline',
  'extend',
  'suspend',
  'resume',
  'handle',
  'reject',
  'verify',
  'close',
  'rate',
  'dissatisfy',
  'complain',
  'conclude',
  'reopen',
  'escalate',
  'recategorise',
  'relocate',
  'merge',
  'unmerge',
  'remark',
  'withdraw',
  'remind',
] as const
export type Act = (typeof ACTS)[number]

export interface Transition {
  by: readonly Actor[]
  /** From which state it leads where. `same`: it leaves the state as it is. What is not here is not possible. */
  leads: Readonly<Partial<Record<CaseState, CaseState | 'same'>>>
  /** From these states fewer may do it. */
  only?: Readonly<Partial<Record<CaseState, readonly Actor[]>>>
}

/** States in which somebody still has to do something. */
export const OPEN_STATES = [
  'reported',
  'accepted',
  'filed',
  'dispatched',
  'handling',
  'suspended',
  'handled',
  'verified',
  'supervised',
] as const satisfies readonly CaseState[]

export const isOpenState = (state: CaseState): boolean =>
  (OPEN_STATES as readonly CaseState[]).includes(state)

const inAll = <const S extends CaseState>(states: readonly S[]): Partial<Record<CaseState, 'same'>> =>
  Object.fromEntries(states.map((state) => [state, 'same'])) as Partial<Record<CaseState, 'same'>>

export const WORKFLOW: Readonly<Record<Act, Transition>> = {
  /** The beginning of every case. */
  report: { by: ['reporter', 'dispatcher', 'machine'], leads: {} },
  /** 受理 */
  accept: { by: ['dispatcher', 'machine'], leads: { reported: 'accepted' } },
  /** 不予受理, with the reason that the citizen reads. */
  refuse: { by: ['dispatcher'], leads: { reported: 'refused', accepted: 'refused' } },
  /** 立案: from here the time for handling runs. */
  file: { by: ['dispatcher', 'machine'], leads: { accepted: 'filed' } },
  /** 派遣 to a department. */
  dispatch: { by: ['dispatcher', 'machine'], leads: { filed: 'dispatched' } },
  /** 转派: from one department to another; by the supervisor also out of 督办. */
  redispatch: {
    by: ['dispatcher', 'supervisor'],
    leads: {
      dispatched: 'dispatched',
      handling: 'dispatched',
      suspended: 'dispatched',
      supervised: 'dispatched',
    },
    only: { supervised: ['supervisor'] },
  },
  /** 接单 */
  take: { by: ['handler'], leads: { dispatched: 'handling' } },
  /** 退回: not this department's, with the reason. */
  return: { by: ['handler'], leads: { dispatched: 'filed', handling: 'filed' } },
  /** 移交 to a colleague of the same department, who has yet to take it. */
  handOver: { by: ['handler'], leads: { dispatched: 'dispatched', handling: 'dispatched' } },
  /** 备注, for staff or for everyone concerned. */
  note: {
    by: ['dispatcher', 'handler', 'supervisor'],
    leads: inAll([...OPEN_STATES, 'closed', 'refused']),
  },
  /** 申请延期 */
  askExtension: { by: ['handler'], leads: inAll(['dispatched', 'handling']) },
  /** 申请挂账 */
  askSuspension: { by: ['handler'], leads: inAll(['dispatched', 'handling']) },
  /** 不同意 what was asked. */
  decline: { by: ['dispatcher', 'supervisor'], leads: inAll(['dispatched', 'handling']) },
  /** 延期: grants more time, asked for or not. */
  extend: { by: ['dispatcher', 'supervisor'], leads: inAll(['dispatched', 'handling', 'suspended']) },
  /** 挂账 until a day. */
  suspend: { by: ['dispatcher', 'supervisor'], leads: { dispatched: 'suspended', handling: 'suspended' } },
  /** 恢复处置: by hand, or on the day that was set. */
  resume: { by: ['dispatcher', 'supervisor', 'handler', 'machine'], leads: { suspended: 'handling' } },
  /** 处置 and 反馈: what was done, with at least one photo of it. */
  handle: { by: ['handler'], leads: { handling: 'handled' } },
  /** 核查不通过: back to the same department. */
  reject: { by: ['dispatcher', 'supervisor'], leads: { handled: 'dispatched', verified: 'dispatched' } },
  /** 核查通过 */
  verify: { by: ['dispatcher', 'supervisor'], leads: { handled: 'verified' } },
  /** 结案, with the reply to the citizen. */
  close: { by: ['dispatcher', 'supervisor'], leads: { verified: 'closed' } },
  /** 评价: satisfied, or dissatisfied when nothing can be reopened any more. */
  rate: { by: ['reporter'], leads: inAll(['closed']) },
  /** 不满意 for the first time: reopens by itself, to the same department, with the reason. */
  dissatisfy: { by: ['reporter'], leads: { closed: 'dispatched' } },
  /** 再次不满意: goes to the supervisor. */
  complain: { by: ['reporter'], leads: { closed: 'supervised' } },
  /** 督办结案: the supervisor's last word. */
  conclude: { by: ['supervisor'], leads: { supervised: 'closed' } },
  /** 重开 by staff. */
  reopen: { by: ['dispatcher', 'supervisor'], leads: { closed: 'filed', refused: 'accepted' } },
  /** 上报: cannot be solved at this level; goes to the desk above (居村→街镇→区→市). */
  escalate: {
    by: ['dispatcher', 'handler', 'supervisor'],
    leads: {
      reported: 'reported',
      accepted: 'accepted',
      filed: 'filed',
      dispatched: 'filed',
      handling: 'filed',
      supervised: 'supervised',
    },
    only: { supervised: ['supervisor'] },
  },
  /** 改类别: its time is counted anew. */
  recategorise: {
    by: ['dispatcher'],
    leads: inAll(['reported', 'accepted', 'filed', 'dispatched', 'handling', 'suspended']),
  },
  /** 改地点 */
  relocate: { by: ['dispatcher'], leads: inAll(['reported', 'accepted', 'filed', 'dispatched', 'handling']) },
  /** 合并 into another open case; its people follow that one. */
  merge: {
    by: ['dispatcher'],
    leads: {
      reported: 'merged',
      accepted: 'merged',
      filed: 'merged',
      dispatched: 'merged',
      handling: 'merged',
    },
  },
  /** 撤销合并 */
  unmerge: { by: ['dispatcher'], leads: { merged: 'accepted' } },
  /** 补充说明 by who reported it. */
  remark: { by: ['reporter'], leads: inAll(OPEN_STATES) },
  /** 撤回, while nobody has begun. */
  withdraw: { by: ['reporter'], leads: { reported: 'withdrawn', accepted: 'withdrawn', filed: 'withdrawn' } },
  /** 催办 by supervisor, desk or timer. */
  remind: {
    by: ['dispatcher', 'supervisor', 'machine'],
    leads: inAll([
      'reported',
      'accepted',
      'filed',
      'dispatched',
      'handling',
      'handled',
      'verified',
      'supervised',
    ]),
  },
}

/** Who may do it in this state, where it is possible at all. */
export const actorsOf = (act: Act, state: CaseState): readonly Actor[] =>
  WORKFLOW[act].only?.[state] ?? WORKFLOW[act].by

/** The state that an act leads to, or null when this actor may not do it in this state. */
export function stateAfter(act: Act, state: CaseState, actor: Actor): CaseState | null {
  const next = WORKFLOW[act].leads[state]
  if (next === undefined || !actorsOf(act, state).includes(actor)) return null
  return next === 'same' ? state : next
}

/** What these actors may do in a state, in the order of the table. */
export const actsIn = (state: CaseState, actors: readonly Actor[]): Act[] =>
  ACTS.filter((act) => actors.some((actor) => stateAfter(act, state, actor) !== null))
