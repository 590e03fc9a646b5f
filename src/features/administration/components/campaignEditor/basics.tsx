import { CAMPAIGN_KINDS, type CampaignKind } from '@contract/campaigns'
import { CRITERIA_MAX, PLAN_TEXTS } from '@contract/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Chip } from '@/components/chip'
import { ChoiceField } from '@/components/choiceField'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'
import { kindWords } from '@/words/kinds'
import { isTouched, ofKind } from '../../campaignDraft'
import { earlierAt, withoutAt } from '../../planEdits'
import { Cover } from './cover'
import { Act, Item, Spot } from './parts'
import type { SectionProps } from './sections'

const kindChoices = CAMPAIGN_KINDS.map((value) => ({
  value,
  text: kindWords[value].name,
  line: `选票上叫“${kindWords[value].candidate}”`,
}))

/** What a new campaign of another kind takes over: its own proposal, or only the name of its entries. */
const Kind = ({ editor, campaign }: SectionProps) => {
  const { draft, now, change, revise } = editor
  const [asked, setAsked] = useState<CampaignKind | null>(null)
  const propose = (kind: CampaignKind) => {
    setAsked(null)
    revise({ plan: ofKind(draft, kind, now).plan })
  }
  const choose = (kind: CampaignKind) => {
    if (kind === draft.plan.kind) return
    if (campaign) return change({ kind })
    return isTouched(draft, now) ? setAsked(kind) : propose(kind)
  }
  return (
    <>
      <ChoiceField label="活动类型" choices={kindChoices} value={draft.plan.kind} onChange={choose} />
      <Sheet
        title={asked ? `换成“${kindWords[asked].name}”` : ''}
        isOpen={asked !== null}
        onClose={() => setAsked(null)}
        actions={
          <>
            <Button onPress={() => asked && propose(asked)}>用这一类的建议重新开始</Button>
            <Button
              kind="secondary"
              onPress={() => {
                if (asked) change({ kind: asked })
                setAsked(null)
              }}
            >
              只换称呼，我写的都保留
            </Button>
          </>
        }
      >
        <View>每一类有自己的申报表、规则和评分建议。用建议重新开始，已经写的会被换掉。</View>
      </Sheet>
    </>
  )
}

const Criteria = ({ editor: { draft, change, problemAt } }: SectionProps) => {
  const { criteria } = draft.plan
  return (
    <Card title="评选标准">
      {criteria.map((criterion, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two may say the same while they are typed
        <Spot key={index} path={`criteria.${index}`}>
          <Item
            acts={
              <>
                {index > 0 ? (
                  <Act
                    icon="rising"
                    words="前移"
                    label={`第 ${index + 1} 条`}
                    onPress={() => change({ criteria: earlierAt(criteria, index) })}
                  />
                ) : null}
                <Act
                  icon="remove"
                  words="去掉"
                  label={`第 ${index + 1} 条`}
                  onPress={() => change({ criteria: withoutAt(criteria, index) })}
                />
              </>
            }
          >
            <Field
              label={`第 ${index + 1} 条`}
              value={criterion}
              maxLength={PLAN_TEXTS.criterion.max}
              error={problemAt(`criteria.${index}`)}
              onChange={(typed) =>
                change({ criteria: criteria.map((other, at) => (at === index ? typed : other)) })
              }
            />
          </Item>
        </Spot>
      ))}
      {criteria.length < CRITERIA_MAX ? (
        <Button kind="secondary" icon="add" onPress={() => change({ criteria: [...criteria, ''] })}>
          加一条标准
        </Button>
      ) : null}
    </Card>
  )
}

const texts = [
  { key: 'name', label: '活动名称', isLong: false },
  { key: 'organiser', label: '主办单位', isLong: false },
  { key: 'basis', label: '依据文件', isLong: false },
  { key: 'introduction', label: '活动介绍', isLong: true },
  { key: 'eligibility', label: '参选条件', isLong: true },
] as const

/** 类型与介绍. */
export const Basics = (props: SectionProps) => {
  const { draft, change, problemAt } = props.editor
  return (
    <>
      <Card title="类型">
        <Kind {...props} />
        <Chip
          text="这是示例，不是真的活动"
          isChosen={draft.plan.isDemo}
          onPress={() => change({ isDemo: !draft.plan.isDemo })}
        />
      </Card>
      <Card title="介绍">
        {texts.map(({ key, label, isLong }) => (
          <Spot key={key} path={key}>
            <Field
              label={label}
              value={draft.plan[key]}
              maxLength={PLAN_TEXTS[key].max}
              isLong={isLong}
              error={problemAt(key)}
              onChange={(typed) => change({ [key]: typed })}
            />
          </Spot>
        ))}
        <Cover {...props} />
      </Card>
      <Criteria {...props} />
    </>
  )
}
