import type { Member, Team } from '@contract/volunteering/people'
import { View } from '@tarojs/components'
import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { pathWords, usePlacePath } from '@/components/placeName/names'
import { fullDayWords } from '@/words/moments'
import { skillWords, usualTimeWords } from '@/words/volunteering'
import type { MemberAct } from './memberSheets'
import './members.scss'

interface MemberCardProps {
  member: Member
  team: Team
  onAct: (act: MemberAct) => void
}

const Asked = ({ member, onAct }: Omit<MemberCardProps, 'team'>) => (
  <View className="members__acts">
    <Button label={`同意${member.name}加入`} onPress={() => onAct({ kind: 'accept', member })}>
      同意
    </Button>
    <Button
      kind="secondary"
      label={`不同意${member.name}加入`}
      onPress={() => onAct({ kind: 'decline', member })}
    >
      不同意
    </Button>
  </View>
)

const In = ({ member, team, onAct }: MemberCardProps) => (
  <View className="members__acts">
    {team.gridCodes.length > 0 ? (
      <Button
        kind="secondary"
        icon="place"
        label={`安排${member.name}进网格`}
        onPress={() => onAct({ kind: 'grid', member })}
      >
        进网格
      </Button>
    ) : null}
    <Button kind="quiet" label={`请${member.name}离队`} onPress={() => onAct({ kind: 'remove', member })}>
      请离队
    </Button>
  </View>
)

/** What a leader should know of somebody, and what to do. */
export const MemberCard = (props: MemberCardProps) => {
  const { member } = props
  const grid = usePlacePath(member.gridCode).at(-1)
  const lines = [
    pathWords(usePlacePath(member.placeCode)),
    member.skills.map((skill) => skillWords[skill]).join('、'),
    member.times.map((time) => usualTimeWords[time]).join('、'),
    member.state === 'asked' ? `${fullDayWords(member.since)} 申请` : `${fullDayWords(member.since)} 入队`,
  ]
  return (
    <Card title={member.name}>
      {member.isMinor ? <Badge tone="information" text="未满 18 岁" /> : null}
      {member.gridCode !== null && grid ? <Badge tone="done" icon="place" text={`负责${grid}`} /> : null}
      <View className="members__lines">
        {lines.filter(Boolean).map((line) => (
          <View key={line}>{line}</View>
        ))}
      </View>
      {member.words && member.state === 'asked' ? (
        <View className="words-break">“{member.words}”</View>
      ) : null}
      {member.state === 'asked' ? <Asked {...props} /> : <In {...props} />}
    </Card>
  )
}
