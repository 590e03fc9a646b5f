import type { PlanProblem } from '@contract/campaigns'
import { REASON_LENGTH } from '@contract/limits'
import { changedParts } from '@contract/planChanges'
import { View } from '@tarojs/components'
import { PlanInWords } from '@/components/campaignPlan'
import { CampaignTimeline } from '@/components/campaignPlan/timeline'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { ListRow } from '@/components/listRow'
import { Notice } from '@/components/notice'
import { partWords } from '@/words/planChanges'
import { sectionNames, sectionOf } from '../../campaignProblems'
import { Spot } from './parts'
import type { SectionProps } from './sections'

interface ProblemsProps {
  problems: PlanProblem[]
  onJump: (path: string) => void
}

const Problems = ({ problems, onJump }: ProblemsProps) =>
  problems.length === 0 ? (
    <Notice kind="success" title="没有发现问题">
      读一遍下面的说明，没有问题就可以公布。
    </Notice>
  ) : (
    <Card title={`还有 ${problems.length} 处要改`}>
      {problems.map(({ path, message }) => (
        <ListRow
          key={path}
          icon="warning"
          title={message}
          line={`去“${sectionNames[sectionOf(path)]}”`}
          onPress={() => onJump(path)}
        />
      ))}
    </Card>
  )

const Reason = ({ editor: { draft, revise, problemAt } }: SectionProps) => {
  const { plan, base, cover, reason } = draft
  if (!base) return null
  const parts = changedParts(base.plan, plan)
  const changed = [...parts.map((part) => partWords[part]), ...(cover === 'keep' ? [] : ['封面照片'])]
  return (
    <Card title="改了什么，为什么">
      <View>{changed.length > 0 ? `改动：${changed.join('、')}。` : '还没有改动。'}</View>
      <Spot path="reason">
        <Field
          label="修改原因"
          value={reason}
          maxLength={REASON_LENGTH.max}
          help="会和改动一起公开"
          error={problemAt('reason')}
          onChange={(typed) => revise({ reason: typed })}
        />
      </Spot>
    </Card>
  )
}

interface ReviewProps extends SectionProps {
  onJump: (path: string) => void
}

/** 检查并公布: what is in the way, and everything as the public will read it. */
export const Review = ({ onJump, ...props }: ReviewProps) => {
  const { draft, problems, now } = props.editor
  const { plan } = draft
  return (
    <>
      <Problems problems={problems} onJump={onJump} />
      <Reason {...props} />
      <Notice kind="information" title="公开以后，大家会看到">
        下面的说明和公开的说明页用同一份文字。
      </Notice>
      <Card title={plan.name}>
        <CampaignTimeline stages={plan.stages} now={now} />
      </Card>
      <PlanInWords plan={plan} />
    </>
  )
}
