import type { StaffCase } from '@contract/cases/cases'
import { RATING_REASONS } from '@contract/cases/cases'
import { CATEGORY_GROUPS } from '@contract/cases/categories'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { KeyValue } from '@/components/keyValue'
import { Notice } from '@/components/notice'
import { PlaceName } from '@/components/placeName'
import { showWay } from '@/phone/showWay'
import { caseSourceWords } from '@/words/cases'
import { momentWords } from '@/words/moments'
import { dueMoment } from '../../caseDue'
import { requestWords } from '../../caseWords'
import { CaseBadges } from './caseRow'

const Where = ({ shown: { address, placeCode, position } }: { shown: StaffCase }) => (
  <View className="caseFacts__where">
    <View className="caseFacts__address words-break">{address}</View>
    <View className="caseFacts__place">
      <PlaceName code={placeCode} />
    </View>
    {position ? (
      <Button kind="secondary" icon="way" onPress={() => showWay(position, address)}>
        导航
      </Button>
    ) : (
      <View className="caseFacts__place">没有地图上的位置，按地址找</View>
    )}
  </View>
)

const Asked = ({ shown: { asked, departmentName } }: { shown: StaffCase }) =>
  asked ? (
    <Notice kind="information" title={`${departmentName ?? '部门'}${requestWords(asked)}`}>
      {asked.reason}（{momentWords(asked.at)}）
    </Notice>
  ) : null

const rowsOf = (shown: StaffCase) => [
  { key: '处置时限', value: dueMoment(shown) },
  { key: '上报时间', value: momentWords(shown.reportedAt) },
  { key: '办理部门', value: shown.departmentName ?? '还没有派遣' },
  ...(shown.assigneeName ? [{ key: '处置员', value: shown.assigneeName }] : []),
  { key: '大类', value: CATEGORY_GROUPS[shown.group] },
  { key: '来源', value: caseSourceWords[shown.source] },
  ...(shown.joined > 0 ? [{ key: '也遇到的人', value: `${shown.joined} 人` }] : []),
  ...shown.answers.map(({ label, value }) => ({ key: label, value })),
]

const Rated = ({ shown: { rating } }: { shown: StaffCase }) =>
  rating ? (
    <Notice kind={rating.stars <= 2 ? 'warning' : 'success'} title={`上报人评价 ${rating.stars} 星`}>
      {[...rating.reasons.map((reason) => RATING_REASONS[reason]), rating.words].filter(Boolean).join('，')}
    </Notice>
  ) : null

/** Where and what it is, who has it, until when. */
export const CaseFacts = ({ shown }: { shown: StaffCase }) => (
  <>
    <CaseBadges shown={shown} now={Date.now()} />
    {shown.description ? <View className="words-break">{shown.description}</View> : null}
    <Where shown={shown} />
    <Asked shown={shown} />
    <Rated shown={shown} />
    <View className="caseFacts">
      <KeyValue rows={rowsOf(shown)} />
    </View>
  </>
)
