import { planOf } from '@contract/campaignPresets'
import { CHANNELS, type NominationPlan } from '@contract/campaigns'
import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { ChoiceField } from '@/components/choiceField'
import { channelName, kindWords } from '@/words/kinds'
import { FormFields } from './formFields'
import { UnlessFrozen } from './frozen'
import { Chips, Spot } from './parts'
import { PhotoRules } from './photoRules'
import { QuotaRules } from './quotaRules'
import type { SectionProps } from './sections'

export interface NominationProps extends SectionProps {
  nomination: NominationPlan
  onChange: (part: Partial<NominationPlan>) => void
}

const Channels = ({ editor, nomination, onChange }: NominationProps) => (
  <Card title="渠道">
    <Spot path="nomination.channels">
      <Chips
        label="谁可以申报"
        options={CHANNELS.map((value) => ({ value, text: channelName(value, editor.draft.plan.kind) }))}
        chosen={nomination.channels}
        error={editor.problemAt('nomination.channels')}
        onChange={(channels) => onChange({ channels })}
      />
    </Spot>
  </Card>
)

const Taken = (props: NominationProps) => (
  <>
    <Channels {...props} />
    <FormFields {...props} />
    <PhotoRules {...props} />
    <QuotaRules {...props} />
  </>
)

/** 申报表. */
export const Form = (props: SectionProps) => {
  const { draft, change, now, problemAt } = props.editor
  const { nomination, kind } = draft.plan
  const { candidate } = kindWords[kind]
  const propose = () => change({ nomination: planOf(kind, now).nomination })
  return (
    <UnlessFrozen campaign={props.campaign} part="nomination">
      <Card title="申报">
        <Spot path="nomination">
          <ChoiceField
            label={`${candidate}从哪里来`}
            choices={[
              { value: 'nominated', text: '接受申报', line: '各区初审以后推荐' },
              { value: 'registered', text: '不接受申报', line: '由工作人员登记' },
            ]}
            value={nomination ? 'nominated' : 'registered'}
            error={problemAt('nomination')}
            onChange={(chosen) => {
              if (chosen === 'registered') change({ nomination: null })
              else if (!nomination) propose()
            }}
          />
        </Spot>
        {nomination ? <View>名称、地区和一句话介绍总是要填，不用设置。</View> : null}
      </Card>
      {nomination ? (
        <Taken
          {...props}
          nomination={nomination}
          onChange={(part) => change({ nomination: { ...nomination, ...part } })}
        />
      ) : null}
    </UnlessFrozen>
  )
}
