import type { Team } from '@contract/volunteering/people'
import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { KeyValue } from '@/components/keyValue'
import { pathWords, usePlacePath } from '@/components/placeName/names'
import { teamKindWords } from '@/words/volunteering'
import './team.scss'

const GridName = ({ code }: { code: string }) => <>{usePlacePath(code).at(-1) ?? ''}</>

const Grids = ({ codes }: { codes: string[] }) =>
  codes.length === 0 ? null : (
    <View>
      负责的网格：
      {codes.map((code, index) => (
        <View key={code} className="team__grid">
          <GridName code={code} />
          {index < codes.length - 1 ? '、' : ''}
        </View>
      ))}
    </View>
  )

/** What a team is. */
export const TeamHead = ({ team }: { team: Team }) => {
  const place = pathWords(usePlacePath(team.placeCode))
  return (
    <Card title={team.name}>
      {team.introduction ? <View className="words-break">{team.introduction}</View> : null}
      <KeyValue
        rows={[
          { key: '类别', value: teamKindWords[team.kind] },
          { key: '地区', value: place },
          { key: '队员', value: `${team.members} 人` },
        ]}
      />
      <Grids codes={team.gridCodes} />
    </Card>
  )
}
