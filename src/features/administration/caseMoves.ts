import type { TemplateAct } from '@contract/caseRules'
import type { CaseRequest, StaffCase } from '@contract/cases/cases'
import { type Act, type CaseState, stateAfter } from '@contract/cases/workflow'
import type { CaseStepInput } from '@contract/casework'
import { actWords } from '@/words/cases'

/** What staff can do with a case: one step, or several that are one decision. Pure. */

export type StaffAct = CaseStepInput['act']

/** Several steps in one tap; all happen or none. */
const COMBINED = {
  acceptFile: { name: '受理并立案', acts: ['accept', 'file'] },
  acceptFileDispatch: { name: '受理、立案并派遣', acts: ['accept', 'file', 'dispatch'] },
  fileDispatch: { name: '立案并派遣', acts: ['file', 'dispatch'] },
  verifyClose: { name: '核查通过并结案', acts: ['verify', 'close'] },
} as const satisfies Record<string, { name: string; acts: readonly StaffAct[] }>
export type MoveKey = StaffAct | keyof typeof COMBINED

/** What a step asks for. */
export type StepField =
  | 'department'
  | 'words'
  | 'hours'
  | 'until'
  | 'photos'
  | 'category'
  | 'place'
  | 'target'
  | 'colleague'
  | 'visibility'

interface WordsAsked {
  label: string
  isNeeded: boolean
  /** Who reads them. */
  help: string
  template?: TemplateAct
}

interface Form {
  /** What follows from it; shown above the fields. */
  line?: string
  fields: readonly StepField[]
  words?: WordsAsked
  isGrave?: true
}

export interface Move extends Form {
  key: MoveKey
  name: string
  acts: readonly StaffAct[]
}

const READ_BY_CITIZEN = '上报人会看到'
const READ_BY_STAFF = '办案人员会看到，上报人看不到'
const TO_DEPARTMENT = '部门会看到，可以不写'

const needed = (label: string, help: string, template?: TemplateAct): WordsAsked => ({
  label,
  isNeeded: true,
  help,
  ...(template ? { template } : {}),
})

const nothing: Form = { fields: [] }

const forms: Record<StaffAct, Form> = {
  accept: nothing,
  file: nothing,
  take: nothing,
  refuse: {
    line: '不再办理。上报人会收到消息，看到你写的原因。',
    fields: ['words'],
    words: needed('不予受理的原因', READ_BY_CITIZEN, 'refuse'),
    isGrave: true,
  },
  dispatch: {
    fields: ['department', 'words'],
    words: { label: '派遣说明', isNeeded: false, help: TO_DEPARTMENT },
  },
  redispatch: {
    line: '换一个部门办理。处置时限接着算。',
    fields: ['department', 'words'],
    words: needed('转派的原因', '两个部门都会看到'),
  },
  return: {
    line: '不是本部门的事，退回城运中心重新派遣。',
    fields: ['words'],
    words: needed('退回的原因', '城运中心会看到', 'return'),
    isGrave: true,
  },
  handOver: {
    line: '交给本部门的同事，由对方接单。',
    fields: ['colleague', 'words'],
    words: { label: '移交说明', isNeeded: false, help: '同事会看到，可以不写' },
  },
  note: {
    fields: ['words', 'photos', 'visibility'],
    words: needed('备注', '写清楚情况', 'note'),
  },
  askExtension: {
    line: '城运中心同意以后，处置时限才延长。',
    fields: ['hours', 'words'],
    words: needed('延期的原因', '城运中心会看到'),
  },
  askSuspension: {
    line: '一段时间内不能处置的，申请挂账。城运中心同意以后，时限停止计算。',
    fields: ['until', 'words'],
    words: needed('挂账的原因', '城运中心会看到'),
  },
  decline: {
    line: '部门的申请不同意，时限不变。',
    fields: ['words'],
    words: needed('不同意的原因', '部门会看到'),
  },
  extend: {
    line: '处置时限延长，上报人会看到新的日期和原因。',
    fields: ['hours', 'words'],
    words: needed('延期的原因', READ_BY_CITIZEN),
  },
  suspend: {
    line: '到这一天以前不计时，到期自动恢复处置。',
    fields: ['until', 'words'],
    words: needed('挂账的原因', READ_BY_CITIZEN),
  },
  resume: {
    line: '恢复处置，时限接着算。',
    fields: ['words'],
    words: { label: '说明', isNeeded: false, help: '可以不写' },
  },
  handle: {
    fields: ['photos', 'words'],
    words: needed('怎样处置的', READ_BY_CITIZEN, 'handle'),
  },
  reject: {
    line: '退回原部门，再次处置。',
    fields: ['words'],
    words: needed('哪里没有处置好', '部门和上报人会看到', 'reject'),
    isGrave: true,
  },
  verify: {
    fields: ['words'],
    words: { label: '核查说明', isNeeded: false, help: '可以不写' },
  },
  close: {
    line: '结案以后，上报人会收到回复，并请他评价。',
    fields: ['words'],
    words: needed('给上报人的回复', READ_BY_CITIZEN, 'close'),
  },
  conclude: {
    line: '督办结束，案件结案。',
    fields: ['words'],
    words: needed('督办的结论', READ_BY_CITIZEN, 'close'),
  },
  reopen: {
    line: '重新办理，处置时限重新计算。',
    fields: ['words'],
    words: needed('重开的原因', READ_BY_CITIZEN),
  },
  escalate: {
    line: '本级解决不了的，交给上一级城运中心。',
    fields: ['words'],
    words: needed('上报的原因', '上一级和上报人会看到'),
  },
  recategorise: { line: '处置时限按新的类别重新计算。', fields: ['category'] },
  relocate: { line: '换到别的街镇，案件会转到那里的城运中心。', fields: ['place'] },
  merge: {
    line: '和另一个案件是同一件事的，并到那里办理。上报人会继续收到那里的进展。',
    fields: ['target'],
    isGrave: true,
  },
  unmerge: {
    line: '作为单独的案件继续办理。',
    fields: ['words'],
    words: needed('撤销合并的原因', READ_BY_CITIZEN),
  },
  remind: {
    line: '提醒正在办理的部门或城运中心。',
    fields: ['words'],
    words: needed('催办的话', READ_BY_STAFF),
  },
}

const isCombined = (key: MoveKey): key is keyof typeof COMBINED => key in COMBINED

/** The form of several steps is that of the one that asks most. */
const formOf: Record<keyof typeof COMBINED, Form> = {
  acceptFile: nothing,
  acceptFileDispatch: forms.dispatch,
  fileDispatch: forms.dispatch,
  verifyClose: forms.close,
}

/** On buttons 处置完成 says more than the act's own name. */
const buttonWords: Partial<Record<StaffAct, string>> = { handle: '处置完成', escalate: '上报上一级' }

export const moveOf = (key: MoveKey): Move =>
  isCombined(key)
    ? { key, ...COMBINED[key], ...formOf[key] }
    : { key, name: buttonWords[key] ?? actWords[key], acts: [key], ...forms[key] }

interface Preferred {
  primary: readonly MoveKey[]
  beside: readonly MoveKey[]
}

/** What comes first in a state, for whoever may do it. */
const preferred: Record<CaseState, Preferred> = {
  reported: { primary: ['acceptFile'], beside: ['acceptFileDispatch', 'refuse'] },
  accepted: { primary: ['file'], beside: ['fileDispatch', 'refuse'] },
  filed: { primary: ['dispatch'], beside: [] },
  dispatched: { primary: ['take'], beside: ['return', 'remind'] },
  handling: { primary: ['handle'], beside: ['note', 'remind'] },
  suspended: { primary: [], beside: ['resume'] },
  handled: { primary: ['verifyClose'], beside: ['reject'] },
  verified: { primary: ['close'], beside: ['reject'] },
  supervised: { primary: ['redispatch'], beside: ['conclude'] },
  closed: { primary: [], beside: [] },
  refused: { primary: [], beside: [] },
  merged: { primary: [], beside: [] },
  withdrawn: { primary: [], beside: [] },
}

/** A department's request comes before everything else. */
const answering = (asked: CaseRequest): Preferred => ({
  primary: [asked.kind === 'extension' ? 'extend' : 'suspend'],
  beside: ['decline'],
})

export interface Moves {
  primary: MoveKey | null
  beside: MoveKey[]
  more: MoveKey[]
}

const STAFF_ACTS = Object.keys(forms) as StaffAct[]

/** Which buttons a case has for somebody who may do `may`: the next step, its alternatives, and the rest. */
export const movesOf = ({ state, may, asked }: Pick<StaffCase, 'state' | 'may' | 'asked'>): Moves => {
  const allowed = new Set<Act>(may)
  const isPossible = (key: MoveKey) =>
    moveOf(key)
      .acts.slice(0, 1)
      .every((act) => allowed.has(act))
  const first = asked && allowed.has('decline') ? answering(asked) : preferred[state]
  const primary = first.primary.find(isPossible) ?? null
  const beside = first.beside.filter(isPossible)
  const taken = new Set<MoveKey>([...(primary ? [primary] : []), ...beside])
  return { primary, beside, more: STAFF_ACTS.filter((act) => allowed.has(act) && !taken.has(act)) }
}

/** Whether it can be done at once, without asking for anything. */
export const isOneTap = ({ fields }: Move): boolean => fields.length === 0

/** Said when it is done: 已受理并立案. */
export const doneWords = (key: MoveKey): string => {
  const said: Partial<Record<MoveKey, string>> = {
    note: '已保存备注',
    refuse: '已记为不予受理',
    decline: '已答复部门',
    handle: '处置结果已提交，等待核查',
    reject: '已退回部门再次处置',
    verify: '已记为核查通过',
    askExtension: '已提交延期申请',
    askSuspension: '已提交挂账申请',
    resume: '已恢复处置',
    unmerge: '已撤销合并',
  }
  return said[key] ?? `已${moveOf(key).name}`
}

/** What can sensibly be done with many at once. Always asks once more, also where one case needs one tap. */
const IN_BULK: readonly MoveKey[] = [
  'acceptFile',
  'acceptFileDispatch',
  'file',
  'fileDispatch',
  'dispatch',
  'redispatch',
  'verifyClose',
  'close',
  'reject',
  'refuse',
  'remind',
]

/** What a desk can do with cases in these states, all of them. */
export const bulkMovesOf = (states: readonly CaseState[]): MoveKey[] =>
  states.length === 0
    ? []
    : IN_BULK.filter((key) =>
        moveOf(key)
          .acts.slice(0, 1)
          .every((act) => states.every((state) => stateAfter(act, state, 'dispatcher') !== null)),
      )
