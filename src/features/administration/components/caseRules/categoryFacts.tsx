import { CATEGORY_GROUPS, type Category } from '@contract/cases/categories'
import { DUTIES } from '@contract/cases/duties'
import { Card } from '@/components/card'
import { KeyValue } from '@/components/keyValue'
import { hoursWords } from '../../caseRuleWords'

/** A category for those who do not change it. */
export const CategoryFacts = ({ category }: { category: Category }) => {
  const { questions, words, nationalCode } = category
  const rows = [
    { key: '大类', value: CATEGORY_GROUPS[category.group] },
    { key: '说明', value: category.description },
    { key: '别名', value: words.join('、') || '没有' },
    { key: '国标代码', value: nationalCode ?? '没有' },
    { key: '受理时限', value: hoursWords(category.acceptHours, category.counting) },
    { key: '处置时限', value: hoursWords(category.handleHours, category.counting) },
    { key: '默认职责单位', value: DUTIES[category.defaultDuty].name },
    { key: '照片', value: `上报至少 ${category.minPhotos} 张，处置后至少 ${category.minAfterPhotos} 张` },
    { key: '查重距离', value: `${category.duplicateRadius} 米` },
    { key: '位置', value: category.isIndoor ? '室内，公众地图不显示具体位置' : '室外' },
    { key: '提问', value: questions.map(({ label }) => label).join('；') || '没有' },
    { key: '依据', value: category.basis || '没有' },
    { key: '状态', value: category.isRetired ? '已停用' : '正在使用' },
  ]
  return (
    <Card title={category.name}>
      <KeyValue rows={rows} />
    </Card>
  )
}
