import { type JudgingPlan, SCORE_TIE_BREAKS, type ScoreTieBreak } from '@contract/campaigns'
import { CRITERIA_MAX, PLAN_TEXTS } from '@contract/limits'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { replacedAt, withoutAt } from '../../planEdits'
import { Act, Chips, Fields, Item, NumberField, ProblemLine, Spot } from './parts'
import type { SectionProps } from './sections'

const tieNames: Record<ScoreTieBreak, string> = {
  firstCriterion: '第一项评分高的在前',
  moreVotes: '市民票数多的在前',
  lot: '按抽签',
}

interface PanelProps extends SectionProps {
  path: 'selectionGroup' | 'experts'
  plan: JudgingPlan
  onChange: (part: Partial<JudgingPlan>) => void
}

const Criterion = ({ editor, path, plan, onChange, index }: PanelProps & { index: number }) => {
  const { criteria } = plan
  const criterion = criteria[index]
  if (!criterion) return null
  const at = `${path}.criteria.${index}`
  return (
    <Item
      acts={
        criteria.length > 1 ? (
          <Act
            icon="remove"
            words="去掉"
            label={criterion.name || `第 ${index + 1} 项`}
            onPress={() => onChange({ criteria: withoutAt(criteria, index) })}
          />
        ) : null
      }
    >
      <Fields>
        <Spot path={`${at}.name`}>
          <Field
            label={`第 ${index + 1} 项`}
            value={criterion.name}
            maxLength={PLAN_TEXTS.scoredCriterion.max}
            error={editor.problemAt(`${at}.name`)}
            onChange={(name) => onChange({ criteria: replacedAt(criteria, index, { name }) })}
          />
        </Spot>
        <Spot path={`${at}.points`}>
          <NumberField
            label="分值"
            value={criterion.points}
            error={editor.problemAt(`${at}.points`)}
            onChange={(points) => onChange({ criteria: replacedAt(criteria, index, { points }) })}
          />
        </Spot>
      </Fields>
    </Item>
  )
}

const Criteria = (props: PanelProps) => {
  const { editor, path, plan, onChange } = props
  const { criteria } = plan
  const total = criteria.reduce((sum, { points }) => sum + Math.max(points, 0), 0)
  return (
    <>
      {criteria.map((_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two may say the same while they are typed
        <Criterion key={index} {...props} index={index} />
      ))}
      <Spot path={`${path}.criteria`}>
        <View>合计 {total} 分，要等于 100 分</View>
        <ProblemLine message={editor.problemAt(`${path}.criteria`)} />
        {criteria.length < CRITERIA_MAX ? (
          <Button
            kind="secondary"
            icon="add"
            onPress={() =>
              onChange({ criteria: [...criteria, { name: '', points: Math.max(100 - total, 0) }] })
            }
          >
            加一项评分标准
          </Button>
        ) : null}
      </Spot>
    </>
  )
}

/** How a panel scores: criteria and points, what is dropped, ties. */
export const Panel = (props: PanelProps) => {
  const { editor, path, plan, onChange } = props
  return (
    <>
      <Criteria {...props} />
      <Fields>
        {(['dropHighest', 'dropLowest'] as const).map((key) => (
          <Spot key={key} path={`${path}.${key}`}>
            <NumberField
              label={key === 'dropHighest' ? '去掉几个最高分' : '去掉几个最低分'}
              value={plan[key]}
              error={editor.problemAt(`${path}.${key}`)}
              onChange={(next) => onChange({ [key]: next })}
            />
          </Spot>
        ))}
      </Fields>
      <Spot path={`${path}.tieBreaks`}>
        <Chips
          label="同分时怎样排"
          options={SCORE_TIE_BREAKS.map((value) => ({ value, text: tieNames[value] }))}
          chosen={plan.tieBreaks}
          isOrdered
          help="先点的先用，再点一次取消"
          error={editor.problemAt(`${path}.tieBreaks`)}
          onChange={(tieBreaks) => onChange({ tieBreaks })}
        />
      </Spot>
    </>
  )
}
