import type { PublicCaseSummary } from '@contract/cases/cases'
import { View } from '@tarojs/components'
import { Badge } from '@/components/badge'
import { Photo } from '@/components/photo'
import { Pressable } from '@/components/pressable'
import { open, routes } from '@/routes'
import { citizenStateWords, distanceWords } from '@/words/cases'
import { dayWords } from '@/words/moments'
import './publicCaseRow.scss'

const whereWords = ({ address, isApproximate, distance }: PublicCaseSummary): string =>
  [distance === null ? '' : distanceWords(distance), isApproximate ? '楼道内，只显示大致位置' : address]
    .filter(Boolean)
    .join(' · ')

const whenWords = ({ reportedAt, closedAt, joined }: PublicCaseSummary): string =>
  [
    `${dayWords(reportedAt)} 上报`,
    closedAt === null ? '' : `${dayWords(closedAt)} 办结`,
    joined > 0 ? `${joined} 人也遇到` : '',
  ]
    .filter(Boolean)
    .join(' · ')

const Picture = ({ url, words }: { url: string | null; words: string }) => (
  <View className="publicCaseRow__picture">
    <Photo url={url} description={words} ratio="square" />
    <View className="publicCaseRow__caption">{words}</View>
  </View>
)

/** A problem as everyone sees it, with what it looked like before and after. */
export const PublicCaseRow = ({ summary }: { summary: PublicCaseSummary }) => {
  const { caseId, categoryName, state, coverUrl, afterUrl, isOverdue } = summary
  const { text, tone } = citizenStateWords[state]
  const where = whereWords(summary)
  const when = whenWords(summary)
  return (
    <Pressable className="publicCaseRow" onPress={() => open(routes.case(caseId))}>
      <View className="publicCaseRow__pictures">
        {coverUrl || !afterUrl ? <Picture url={coverUrl} words="处理前" /> : null}
        {afterUrl ? <Picture url={afterUrl} words="处理后" /> : null}
      </View>
      <View className="publicCaseRow__words">
        <View className="publicCaseRow__head">
          <View className="publicCaseRow__title">{categoryName}</View>
          <Badge tone={tone} text={text} />
        </View>
        {isOverdue ? <Badge tone="wrong" icon="warning" text="超过承诺时间" /> : null}
        {where ? <View className="publicCaseRow__line">{where}</View> : null}
        <View className="publicCaseRow__line">{when}</View>
      </View>
    </Pressable>
  )
}
