import { CATEGORY_GROUPS, type Category } from '@contract/cases/categories'
import { DUTIES } from '@contract/cases/duties'
import { View } from '@tarojs/components'
import { EmptyState } from '@/components/emptyState'
import { Icon } from '@/components/icon'
import { Pressable } from '@/components/pressable'
import { groupIcons } from '@/words/cases'
import { byGroup, hoursWords } from '../../caseRuleWords'

interface CategoryListProps {
  categories: Category[]
  chosen: string | undefined
  onChoose: (categoryId: string) => void
}

const lineOf = ({ handleHours, counting, defaultDuty, isRetired }: Category): string =>
  [isRetired ? '已停用' : '', hoursWords(handleHours, counting), DUTIES[defaultDuty].name]
    .filter((part) => part !== '')
    .join(' · ')

/** Categories under their groups. */
export const CategoryList = ({ categories, chosen, onChoose }: CategoryListProps) => {
  if (categories.length === 0) return <EmptyState icon="search" reason="没有这样的类别。换一个词试试。" />
  return (
    <>
      {byGroup(categories).map(({ group, categories: ofGroup }) => (
        <View key={group} className="ruleList">
          <View className="ruleList__head">
            <Icon name={groupIcons[group]} size="small" />
            <View>{CATEGORY_GROUPS[group]}</View>
          </View>
          {ofGroup.map((category) => (
            <Pressable
              key={category.categoryId}
              className={`ruleRow ${category.categoryId === chosen ? 'ruleRow--chosen' : ''}`}
              current={category.categoryId === chosen ? 'true' : undefined}
              onPress={() => onChoose(category.categoryId)}
            >
              <View className="ruleRow__words">
                <View className="ruleRow__name">{category.name}</View>
                <View className="ruleRow__line">{lineOf(category)}</View>
              </View>
              <Icon name="forward" size="small" />
            </Pressable>
          ))}
        </View>
      ))}
    </>
  )
}
