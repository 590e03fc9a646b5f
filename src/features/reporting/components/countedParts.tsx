import type { CaseCounts, Supervision } from '@contract/caseStatistics'
import { CATEGORY_GROUPS } from '@contract/cases/categories'
import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { ListRow } from '@/components/listRow'
import { usePlacePath } from '@/components/placeName/names'
import { groupIcons } from '@/words/cases'
import { numberWords } from '@/words/numbers'

const countsLine = ({ reported, closed, unrated }: CaseCounts): string =>
  `上报 ${numberWords(reported)} 件，已结案 ${numberWords(closed)} 件，其中 ${numberWords(unrated)} 件没有评价`

interface PlaceRowProps {
  place: Supervision['places'][number]
  onChoose: (placeCode: string) => void
}

const PlaceRow = ({ place, onChoose }: PlaceRowProps) => (
  <ListRow
    icon="place"
    title={usePlacePath(place.placeCode).at(-1) || place.placeCode}
    line={countsLine(place)}
    onPress={() => onChoose(place.placeCode)}
  />
)

interface CountedPartsProps extends Pick<Supervision, 'places' | 'groups'> {
  /** Cases that are open at the moment. */
  now: number
  onChoose: (placeCode: string) => void
}

/** What a month's numbers are made of: kinds of problems, and places below. */
export const CountedParts = ({ now, places, groups, onChoose }: CountedPartsProps) => (
  <>
    <Card title={`现在有 ${numberWords(now)} 件正在办理`}>
      <View>这个数字包括以前各月上报、还没有办完的。</View>
    </Card>
    {groups.length === 0 ? null : (
      <Card title="都是哪些问题">
        {groups.map(({ group, ...counts }) => (
          <ListRow
            key={group}
            icon={groupIcons[group]}
            title={CATEGORY_GROUPS[group]}
            line={countsLine(counts)}
          />
        ))}
      </Card>
    )}
    {places.length === 0 ? null : (
      <Card title="各地区">
        <View>上报的多少取决于有多少人上报，不能当作地区的排名。</View>
        {places.map((place) => (
          <PlaceRow key={place.placeCode} place={place} onChoose={onChoose} />
        ))}
      </Card>
    )}
  </>
)
