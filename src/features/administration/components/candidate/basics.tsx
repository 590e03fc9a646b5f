import { countedLength } from '@contract/campaigns'
import { ACHIEVEMENTS_LENGTH, CANDIDATE_NAME_LENGTH, SUMMARY_LENGTH } from '@contract/limits'
import { Card } from '@/components/card'
import { ChoiceField } from '@/components/choiceField'
import { Field } from '@/components/field'
import { PlaceField } from '@/components/placeField'
import { channelName } from '@/words/kinds'
import { formPartWords, shortLabel } from '@/words/nominations'
import { numberWords } from '@/words/numbers'
import { channelsOf, mainFieldOf } from '../../candidateDraft'
import type { PartProps } from './part'

/** Of a unit of the district itself, which stands in no street. */
const WHOLE_DISTRICT = '区本级'

const Place = ({ registering, campaign, within }: PartProps & { within: string }) => {
  const { draft, change, problemAt } = registering
  return (
    <PlaceField
      label="所属区域"
      value={draft.placeCode}
      within={within}
      depth="street"
      from={campaign.kind === 'units' ? 'district' : 'street'}
      help={campaign.kind === 'units' ? '街镇的单位选到街镇，区里的单位选到区' : '选到街镇'}
      error={problemAt('placeCode')}
      onChange={({ code, level, path }) =>
        change({
          placeCode: code,
          streetName: level === 'street' ? (path.at(-1) ?? '') : WHOLE_DISTRICT,
        })
      }
    />
  )
}

const Channel = ({ registering: { draft, change, problemAt }, campaign }: PartProps) => {
  const channels = channelsOf(campaign)
  return channels.length > 1 ? (
    <ChoiceField
      label="推荐渠道"
      choices={channels.map((value) => ({ value, text: channelName(value, campaign.kind) }))}
      value={draft.channel}
      error={problemAt('channel')}
      onChange={(channel) => change({ channel })}
    />
  ) : null
}

const wantedWords = ({ min, max }: { min: number; max: number }): string =>
  min > 0 && max > 0 ? `，推荐表要 ${min}–${max} 字` : ''

const Achievements = ({ registering: { draft, change, problemAt }, campaign }: PartProps) => {
  const field = mainFieldOf(campaign)
  return (
    <Field
      label={shortLabel(field.label)}
      value={draft.achievements}
      maxLength={ACHIEVEMENTS_LENGTH.max}
      isLong
      counter={`已写 ${numberWords(countedLength(draft.achievements))} 字${wantedWords(field)}`}
      error={problemAt('achievements')}
      onChange={(achievements) => change({ achievements })}
    />
  )
}

/** What every candidate has. */
export const Basics = (props: PartProps & { within: string }) => {
  const { draft, change, problemAt } = props.registering
  const { kind, name, nomination } = props.campaign
  return (
    <Card title={name}>
      <Field
        label={formPartWords('name', { kind, fields: nomination?.fields ?? [] })}
        value={draft.name}
        maxLength={CANDIDATE_NAME_LENGTH.max}
        error={problemAt('name')}
        onChange={(name) => change({ name })}
      />
      <Place {...props} />
      <Channel {...props} />
      <Field
        label="一句话介绍"
        value={draft.summary}
        maxLength={SUMMARY_LENGTH.max}
        help="列表中显示，帮助市民选择"
        error={problemAt('summary')}
        onChange={(summary) => change({ summary })}
      />
      <Achievements {...props} />
    </Card>
  )
}
