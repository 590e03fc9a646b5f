import type { CampaignSummary } from '@contract/voting'
import { View } from '@tarojs/components'
import { FilterChips } from '@/components/chip'
import { ChoiceField } from '@/components/choiceField'
import { PlaceField } from '@/components/placeField'
import { levelOf } from '@/components/placeName/codes'
import { type SeenState, seenStates } from '../../nominationWords'
import type { ReceivedUnit } from '../../receivedUnits'
import '../listPage.scss'
import '../listPageDesk.scss'

export interface NominationsView {
  campaignId: string
  /** Where it is looked: the place of work, or one below it. */
  at: string
  unit: ReceivedUnit
  state: SeenState | undefined
}

interface NominationFiltersProps {
  within: string
  campaigns: CampaignSummary[]
  units: ReceivedUnit[]
  view: NominationsView
  onChange: (
    part: Partial<
      Record<'campaignId' | 'at' | 'departmentId' | 'state' | 'nominationId', string | undefined>
    >,
  ) => void
}

const ALL = 'all'

const states: { value: SeenState | typeof ALL; text: string }[] = [
  ...seenStates,
  { value: ALL, text: '全部' },
]

const Places = ({ within, units, view, onChange }: Omit<NominationFiltersProps, 'campaigns'>) => {
  // A department's nominations come from everywhere.
  const showsPlace = view.unit.departmentId === null && levelOf(within) === 'city'
  return (
    <>
      {units.length > 1 ? (
        <FilterChips
          options={units.map(({ departmentId, name }) => ({ value: departmentId ?? ALL, text: name }))}
          chosen={view.unit.departmentId ?? ALL}
          onChoose={(unit) =>
            onChange({ departmentId: unit === ALL ? undefined : unit, nominationId: undefined })
          }
        />
      ) : null}
      {showsPlace ? (
        <PlaceField
          label="地区"
          value={view.at}
          within={within}
          from="city"
          depth="district"
          onChange={({ code }) => onChange({ at: code, nominationId: undefined })}
        />
      ) : null}
    </>
  )
}

/** Of which campaign, where, by whom reviewed, and in which state. */
export const NominationFilters = ({ campaigns, ...props }: NominationFiltersProps) => {
  const { view, onChange } = props
  return (
    <View className="listFilters">
      {campaigns.length > 1 ? (
        <ChoiceField
          label="活动"
          choices={campaigns.map(({ campaignId, name }) => ({ value: campaignId, text: name }))}
          value={view.campaignId}
          onChange={(campaignId) =>
            onChange({ campaignId, departmentId: undefined, nominationId: undefined })
          }
        />
      ) : null}
      <Places {...props} />
      <FilterChips
        options={states}
        chosen={view.state ?? ALL}
        onChoose={(state) => onChange({ state, nominationId: undefined })}
      />
    </View>
  )
}
