import type { HourEntry } from '@contract/volunteerHours'
import { View } from '@tarojs/components'
import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { momentWords } from '@/words/moments'
import { annulmentWords, kindWords, mayAppeal, signedMinutes } from '../../hours/words'
import './entries.scss'

interface EntryProps {
  entry: HourEntry
  onAppeal: (entry: HourEntry) => void
}

const Annulled = ({ entry, onAppeal }: EntryProps) => {
  const { annulment } = entry
  if (!annulment) return null
  const isOpen = mayAppeal(entry, Date.now())
  return (
    <>
      <Badge
        tone={annulment.state === 'appealed' ? 'waiting' : annulment.state === 'restored' ? 'done' : 'wrong'}
        text={annulmentWords[annulment.state]}
      />
      {isOpen ? (
        <>
          <View className="entries__line">
            不同意可以申诉一次，由另一位管理员处理。截止 {momentWords(annulment.appealEndsAt)}。
          </View>
          <Button kind="secondary" label={`申诉：${entry.title}`} onPress={() => onAppeal(entry)}>
            申诉
          </Button>
        </>
      ) : null}
    </>
  )
}

/** One line of the ledger. What corrects it is another line. */
export const Entry = ({ entry, onAppeal }: EntryProps) => (
  <Card>
    <View className="entries__head">
      <View className="entries__title words-break">{entry.title}</View>
      <View className={`entries__minutes ${entry.minutes < 0 ? 'entries__minutes--less' : ''}`}>
        {signedMinutes(entry.minutes)}
      </View>
    </View>
    <View className="entries__line">
      {entry.day} · {entry.organisationName}
    </View>
    <View className="entries__line">
      {kindWords[entry.kind]}
      {entry.ledger === 'backfilled' ? '，记在补录时长' : ''}，{momentWords(entry.at)} 记入
    </View>
    {entry.reason ? <View className="words-break">原因：{entry.reason}</View> : null}
    <Annulled entry={entry} onAppeal={onAppeal} />
  </Card>
)
