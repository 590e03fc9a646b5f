import type { WorkKind } from '@contract/workKinds'
import type { ComponentType } from 'react'
import type { IconName } from '@/components/icon/names'
import { NominationReview } from './components/nomination/nominationReview'
import { AbnormalVoting } from './components/work/abnormalVoting'
import { ContentReview } from './components/work/contentReview'
import { CountVotes } from './components/work/countVotes'
import { HoursAppeal } from './components/work/hoursAppeal'
import type { WorkDetailProps } from './workDetail'

interface WorkKindEntry {
  name: string
  /** With a number before it: 3 条. */
  unit: string
  icon: IconName
  Detail: ComponentType<WorkDetailProps>
}

/** Every kind of work on the workbench. A kind of the contract that is missing here does not compile. */
export const workKinds: Record<WorkKind, WorkKindEntry> = {
  contentReview: { name: '内容审核', unit: '条', icon: 'comment', Detail: ContentReview },
  reviewNomination: { name: '申报初审', unit: '件', icon: 'document', Detail: NominationReview },
  countVotes: { name: '计票和公布', unit: '件', icon: 'count', Detail: CountVotes },
  abnormalVoting: { name: '异常投票', unit: '个活动', icon: 'rising', Detail: AbnormalVoting },
  hoursAppeal: { name: '时长申诉', unit: '件', icon: 'clock', Detail: HoursAppeal },
}

export const isWorkKind = (kind: string | undefined): kind is WorkKind =>
  kind !== undefined && Object.keys(workKinds).includes(kind)

/** A piece of work is named by its kind and its subject. */
export const partsOfWork = (workId: string): { kind: WorkKind; subjectId: string } | null => {
  const end = workId.indexOf('-')
  const kind = workId.slice(0, Math.max(end, 0))
  return isWorkKind(kind) ? { kind, subjectId: workId.slice(end + 1) } : null
}
