import { SEARCH_LENGTH } from '@contract/limits'
import type { OrganisationKind } from '@contract/places/organisations'
import { View } from '@tarojs/components'
import { FilterChips } from '@/components/chip'
import { PlaceField } from '@/components/placeField'
import { levelOf } from '@/components/placeName/codes'
import { SearchField } from '@/components/searchField'
import { organisationKindChoices } from '../../organisationWords'
import '../listPage.scss'
import '../listPageDesk.scss'

export interface OrganisationView {
  /** Where it is looked: the place of work, or one below it. */
  at: string
  kind: OrganisationKind | undefined
  state: 'open' | 'closed'
}

const states = [
  { value: 'open', text: '正常' },
  { value: 'closed', text: '已停用' },
] as const

const kinds: { value: OrganisationKind | 'all'; text: string }[] = [
  { value: 'all', text: '全部类别' },
  ...organisationKindChoices,
]

interface OrganisationFiltersProps {
  within: string
  view: OrganisationView
  typed: string
  onType: (typed: string) => void
  onChange: (part: Partial<OrganisationView>) => void
}

export const OrganisationFilters = ({ within, view, typed, onType, onChange }: OrganisationFiltersProps) => (
  <View className="listFilters">
    <View className="listFilters listFilters--row">
      <SearchField value={typed} placeholder="搜索组织名称" maxLength={SEARCH_LENGTH} onChange={onType} />
      <PlaceField
        label="地区"
        value={view.at}
        within={within}
        from={levelOf(within)}
        depth="village"
        onChange={({ code }) => onChange({ at: code })}
      />
    </View>
    <FilterChips options={[...states]} chosen={view.state} onChoose={(state) => onChange({ state })} />
    <FilterChips
      options={kinds}
      chosen={view.kind ?? 'all'}
      onChoose={(kind) => onChange({ kind: kind === 'all' ? undefined : kind })}
    />
  </View>
)
