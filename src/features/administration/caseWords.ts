import type { CasePhoto, CaseRequest, StaffCase } from '@contract/cases/cases'
import type { Act, Actor } from '@contract/cases/workflow'
import { actWords } from '@/words/cases'
import { dayWords } from '@/words/moments'

/** The course of a case as staff read it. Pure. */

type StaffStep = StaffCase['steps'][number]

const actorWords: Record<Actor, string> = {
  reporter: '上报人',
  dispatcher: '城运中心',
  handler: '处置部门',
  supervisor: '督办人',
  machine: '系统',
}

/** These lead to a department, or came from one. */
const NAMES_DEPARTMENT: readonly Act[] = ['dispatch', 'redispatch']

/** `派遣给绿容所`, `评价 2 星` */
export const staffStepWords = ({
  act,
  departmentName,
  stars,
}: Pick<StaffStep, 'act' | 'departmentName' | 'stars'>): string => {
  if (departmentName && NAMES_DEPARTMENT.includes(act)) return `${actWords[act]}给${departmentName}`
  return stars === null ? actWords[act] : `${actWords[act]}（${stars} 星）`
}

/** `李四（城运中心）`; of citizens only that it was the reporter. */
export const byWords = ({
  by,
  name,
  departmentName,
}: Pick<StaffStep, 'by' | 'name' | 'departmentName'>): string => {
  const part = by === 'handler' ? (departmentName ?? actorWords.handler) : actorWords[by]
  return name ? `${name}（${part}）` : part
}

/** `申请延期 8 小时`, `申请挂账到12月1日` */
export const requestWords = ({ kind, hours, until }: CaseRequest): string => {
  if (kind === 'extension') return `申请延期${hours === null ? '' : ` ${hours} 小时`}`
  return `申请挂账${until === null ? '' : `到${dayWords(until)}`}`
}

/** What the department showed last. */
export const latestAfter = ({ steps }: Pick<StaffCase, 'steps'>): CasePhoto[] =>
  [...steps].reverse().find(({ act, photos }) => act === 'handle' && photos.length > 0)?.photos ?? []
