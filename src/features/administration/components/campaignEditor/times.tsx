import type { Stage } from '@contract/campaigns'
import { PLAN_TEXTS } from '@contract/limits'
import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { DateTimeField } from '@/components/dateTimeField'
import { Field } from '@/components/field'
import { KeyValue } from '@/components/keyValue'
import { fullDayWords, momentWords } from '@/words/moments'
import { isMidnight, missingStages, replacedAt, stageNames, withoutAt, withStage } from '../../planEdits'
import { Act, Chips, Fields, Item, ProblemLine, Spot } from './parts'
import type { SectionProps } from './sections'

const DAY = 86_400_000

interface MomentProps {
  path: string
  label: string
  value: number
  /** Its last day is meant: the moment is the midnight after it. */
  isEnd?: boolean
  hasTime: boolean
  /** It has passed in the campaign as it is: shown, not asked. */
  isPast: boolean
  error: string | undefined
  onChange: (value: number) => void
}

const words = (value: number, hasTime: boolean): string =>
  hasTime ? `${fullDayWords(value).slice(0, 5)}${momentWords(value)}` : fullDayWords(value)

const Moment = ({ path, label, value, isEnd = false, hasTime, isPast, error, onChange }: MomentProps) => {
  const shift = isEnd && !hasTime ? DAY : 0
  return (
    <Spot path={path}>
      {isPast ? (
        <>
          <KeyValue rows={[{ key: label, value: `${words(value - shift, hasTime)}，已经过去，不能再改` }]} />
          <ProblemLine message={error} />
        </>
      ) : (
        <DateTimeField
          label={label}
          value={value - shift}
          hasTime={hasTime}
          mayClear={false}
          error={error}
          onChange={(next) => next !== null && onChange(next + shift)}
        />
      )}
    </Spot>
  )
}

interface StageItemProps extends SectionProps {
  stage: Stage
  index: number
}

const StageItem = ({ editor: { draft, change, problemAt, now }, stage, index }: StageItemProps) => {
  const { stages } = draft.plan
  const before = draft.base?.plan.stages[index]
  const isBegun = before !== undefined && before.kind === stage.kind && before.opensAt <= now
  const hasTime = !isMidnight(stage.opensAt) || !isMidnight(stage.closesAt)
  const revise = (part: Partial<Stage>) => change({ stages: replacedAt(stages, index, part) })
  const path = `stages.${index}`
  return (
    <Item
      acts={
        isBegun ? null : (
          <Act
            icon="remove"
            words="去掉"
            label={stage.name}
            onPress={() => change({ stages: withoutAt(stages, index) })}
          />
        )
      }
    >
      <Spot path={`${path}.name`}>
        <Field
          label={`${index + 1}. ${stageNames[stage.kind]}的名称`}
          value={stage.name}
          maxLength={PLAN_TEXTS.stageName.max}
          error={problemAt(`${path}.name`) ?? problemAt(`${path}.kind`)}
          onChange={(name) => revise({ name })}
        />
      </Spot>
      <Fields>
        <Moment
          path={`${path}.opensAt`}
          label={hasTime ? '开始时间' : '第一天'}
          value={stage.opensAt}
          hasTime={hasTime}
          isPast={isBegun}
          error={problemAt(`${path}.opensAt`)}
          onChange={(opensAt) => revise({ opensAt })}
        />
        <Moment
          path={`${path}.closesAt`}
          label={hasTime ? '结束时间' : '最后一天'}
          value={stage.closesAt}
          isEnd
          hasTime={hasTime}
          isPast={isBegun && before.closesAt <= now}
          error={problemAt(`${path}.closesAt`)}
          onChange={(closesAt) => revise({ closesAt })}
        />
      </Fields>
    </Item>
  )
}

const VotingTimes = ({ editor: { draft, change, problemAt, now } }: SectionProps) => {
  const { plan, base } = draft
  const before = base?.plan.hasVoting ? base.plan : null
  return (
    <Card title="投票时间">
      {plan.hasVoting ? (
        <Fields>
          <Moment
            path="votingOpensAt"
            label="投票开始"
            value={plan.votingOpensAt}
            hasTime
            isPast={before !== null && before.votingOpensAt <= now}
            error={problemAt('votingOpensAt')}
            onChange={(votingOpensAt) => change({ votingOpensAt })}
          />
          <Moment
            path="votingClosesAt"
            label="投票结束"
            value={plan.votingClosesAt}
            hasTime
            isPast={before !== null && before.votingClosesAt <= now}
            error={problemAt('votingClosesAt')}
            onChange={(votingClosesAt) => change({ votingClosesAt })}
          />
        </Fields>
      ) : (
        <View>这次活动不设投票。要设投票，请在“投票规则”里打开。</View>
      )}
    </Card>
  )
}

/** 阶段与时间. */
export const Times = (props: SectionProps) => {
  const { draft, change, problemAt, now } = props.editor
  const { stages } = draft.plan
  const missing = missingStages(stages)
  return (
    <>
      <Card title="阶段">
        {stages.map((stage, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: its times are typed, and two may be of one kind
          <StageItem key={`${stage.kind}-${index}`} {...props} stage={stage} index={index} />
        ))}
        <Spot path="stages">
          <ProblemLine message={problemAt('stages')} />
          {missing.length > 0 ? (
            <Chips
              label="加一个阶段"
              options={missing.map((kind) => ({ value: kind, text: stageNames[kind] }))}
              chosen={[]}
              onChange={([kind]) => kind && change({ stages: withStage(stages, kind, now) })}
            />
          ) : null}
        </Spot>
      </Card>
      <VotingTimes {...props} />
    </>
  )
}
