import { planOf } from '@contract/campaignPresets'
import type { JudgingPlan } from '@contract/campaigns'
import { Card } from '@/components/card'
import { ChoiceField } from '@/components/choiceField'
import { kindWords } from '@/words/kinds'
import { UnlessFrozen } from './frozen'
import { Panel } from './panel'
import { NumberField, Spot } from './parts'
import type { SectionProps } from './sections'

/** What is proposed where the kind itself proposes none. */
const PROPOSED: JudgingPlan = {
  criteria: [{ name: '总体评价', points: 100 }],
  dropHighest: 0,
  dropLowest: 0,
  tieBreaks: ['lot'],
}

const WINNERS_PROPOSED = 10

const SelectionGroup = (props: SectionProps) => {
  const { draft, change, problemAt, now } = props.editor
  const { selectionGroup, kind } = draft.plan
  const propose = () => change({ selectionGroup: planOf(kind, now).selectionGroup ?? PROPOSED })
  return (
    <Card title="工作小组评分">
      <Spot path="selectionGroup">
        <ChoiceField
          label="评分计入候选名单"
          choices={[
            { value: 'on', text: '评分', line: '权重在“投票规则”里设置' },
            { value: 'off', text: '不评分' },
          ]}
          value={selectionGroup ? 'on' : 'off'}
          error={problemAt('selectionGroup')}
          onChange={(chosen) => {
            if (chosen === 'off') change({ selectionGroup: null })
            else if (!selectionGroup) propose()
          }}
        />
      </Spot>
      {selectionGroup ? (
        <Panel
          {...props}
          path="selectionGroup"
          plan={selectionGroup}
          onChange={(part) => change({ selectionGroup: { ...selectionGroup, ...part } })}
        />
      ) : null}
    </Card>
  )
}

const Experts = (props: SectionProps) => {
  const { draft, change, problemAt, now } = props.editor
  const { experts, kind } = draft.plan
  const propose = () =>
    change({ experts: planOf(kind, now).experts ?? { ...PROPOSED, winners: WINNERS_PROPOSED } })
  return (
    <Card title="专家评审">
      <Spot path="experts">
        <ChoiceField
          label="由专家评出获评名单"
          choices={[
            { value: 'on', text: '评审' },
            { value: 'off', text: '不评审', line: '候选名单就是结果' },
          ]}
          value={experts ? 'on' : 'off'}
          error={problemAt('experts')}
          onChange={(chosen) => {
            if (chosen === 'off') change({ experts: null })
            else if (!experts) propose()
          }}
        />
      </Spot>
      {experts ? (
        <>
          <Spot path="experts.winners">
            <NumberField
              label={`获评几个${kindWords[kind].entry}`}
              value={experts.winners}
              error={problemAt('experts.winners')}
              onChange={(winners) => change({ experts: { ...experts, winners } })}
            />
          </Spot>
          <Panel
            {...props}
            path="experts"
            plan={experts}
            onChange={(part) => change({ experts: { ...experts, ...part } })}
          />
        </>
      ) : null}
    </Card>
  )
}

/** 评审. */
export const Judging = (props: SectionProps) => (
  <UnlessFrozen campaign={props.campaign} part="judging">
    <SelectionGroup {...props} />
    <Experts {...props} />
  </UnlessFrozen>
)
