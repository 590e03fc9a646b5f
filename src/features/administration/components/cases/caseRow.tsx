import type { StaffCaseSummary } from '@contract/cases/cases'
import { View } from '@tarojs/components'
import { Badge } from '@/components/badge'
import { Icon } from '@/components/icon'
import { Photo } from '@/components/photo'
import { Pressable } from '@/components/pressable'
import { caseSourceWords, distanceWords, staffStateWords } from '@/words/cases'
import { dueOf } from '../../caseDue'
import './cases.scss'

const askedWords = { extension: '申请延期', suspension: '申请挂账' } as const

/** State, time, and what makes it special. */
export const CaseBadges = ({ shown, now }: { shown: StaffCaseSummary; now: number }) => {
  const { state, asked, reopened, source } = shown
  const due = dueOf(shown, now)
  return (
    <View className="caseBadges">
      <Badge {...staffStateWords[state]} />
      {due ? (
        <Badge tone={due.tone} icon={due.tone === 'wrong' ? 'warning' : 'clock'} text={due.text} />
      ) : null}
      {asked ? <Badge tone="information" icon="message" text={askedWords[asked.kind]} /> : null}
      {reopened > 0 ? <Badge tone="wrong" icon="refresh" text={`重开 ${reopened} 次`} /> : null}
      {source === 'wechat' ? null : <Badge tone="plain" text={caseSourceWords[source]} />}
    </View>
  )
}

/** How far it is, who has it, how many say the same, its number. */
const partsOf = ({ departmentName, assigneeName, joined, distance, number }: StaffCaseSummary): string[] =>
  [
    distance === null ? null : `相距 ${distanceWords(distance)}`,
    assigneeName ?? departmentName,
    joined > 0 ? `${joined} 人也遇到` : null,
    number,
  ].filter((part) => part !== null)

interface CaseRowProps {
  shown: StaffCaseSummary
  now: number
  /** Open beside the list. */
  isOpen?: boolean
  /** Given where cases are ticked instead of opened, or one of them is chosen. */
  choosing?: { role: 'checkbox' | 'radio'; isChosen: boolean }
  onPress: () => void
}

export const CaseRow = ({ shown, now, isOpen = false, choosing, onPress }: CaseRowProps) => {
  const { categoryName, address, line, coverUrl } = shown
  return (
    <Pressable
      className={`caseRow ${isOpen || choosing?.isChosen ? 'caseRow--open' : ''}`}
      role={choosing?.role ?? 'link'}
      checked={choosing?.isChosen}
      current={isOpen ? 'true' : undefined}
      onPress={onPress}
    >
      {choosing ? <Icon name={choosing.isChosen ? 'success' : 'empty'} /> : null}
      <View className="caseRow__photo">
        <Photo url={coverUrl} description={`${categoryName}的照片`} ratio="square" />
      </View>
      <View className="caseRow__words">
        <View className="caseRow__title words-break">{categoryName}</View>
        <View className="caseRow__address words-break">{address}</View>
        {line ? <View className="caseRow__line caseRow__line--said words-break">{line}</View> : null}
        <CaseBadges shown={shown} now={now} />
        <View className="caseRow__parts">
          {partsOf(shown).map((part) => (
            <View key={part} className="caseRow__line">
              {part}
            </View>
          ))}
        </View>
      </View>
    </Pressable>
  )
}
