import { CATEGORY_GROUPS, type Category, type CategoryGroup } from '@contract/cases/categories'
import { SEARCH_LENGTH } from '@contract/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { accessible } from '@/components/accessible'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { ListRow } from '@/components/listRow'
import { Pressable } from '@/components/pressable'
import { SearchField } from '@/components/searchField'
import { groupIcons } from '@/words/cases'
import { findCategories, groupsOf } from '../findCategories'
import './categoryChooser.scss'

interface RowsProps {
  categories: Category[]
  onChoose: (category: Category) => void
}

const Rows = ({ categories, onChoose }: RowsProps) =>
  categories.map((category) => (
    <ListRow
      key={category.categoryId}
      icon={groupIcons[category.group]}
      title={category.name}
      line={category.description}
      onPress={() => onChoose(category)}
    />
  ))

interface GroupsProps {
  categories: Category[]
  onChoose: (group: CategoryGroup) => void
}

/** A picture each: for who does not know what the field calls it. */
const Groups = ({ categories, onChoose }: GroupsProps) => (
  <View className="categoryChooser__groups">
    {groupsOf(categories).map(({ group }) => (
      <Pressable key={group} className="categoryChooser__group" onPress={() => onChoose(group)}>
        <Icon name={groupIcons[group]} size="large" />
        <View>{CATEGORY_GROUPS[group]}</View>
      </Pressable>
    ))}
  </View>
)

const Choosing = ({ categories, onChoose }: RowsProps) => {
  const [typed, setTyped] = useState('')
  const [group, setGroup] = useState<CategoryGroup | null>(null)
  const found = findCategories(categories, typed)
  const inGroup = groupsOf(categories).find((each) => each.group === group)?.categories ?? []
  return (
    <>
      <SearchField
        value={typed}
        placeholder="搜一搜，例如 垃圾、路灯"
        maxLength={SEARCH_LENGTH}
        onChange={setTyped}
      />
      {typed.trim() !== '' && found.length === 0 ? (
        <View className="categoryChooser__none">没有找到，请换个词，或者从下面选。</View>
      ) : null}
      {found.length > 0 ? <Rows categories={found} onChoose={onChoose} /> : null}
      {found.length === 0 && group === null ? <Groups categories={categories} onChoose={setGroup} /> : null}
      {found.length === 0 && group !== null ? (
        <>
          <Rows categories={inGroup} onChoose={onChoose} />
          <Button kind="quiet" icon="back" onPress={() => setGroup(null)}>
            看别的类别
          </Button>
        </>
      ) : null}
    </>
  )
}

interface CategoryChooserProps {
  categories: Category[]
  chosen: Category | undefined
  error: string | undefined
  onChange: (category: Category | null) => void
}

/** What the problem is: by picture and then by name, or by searching. */
export const CategoryChooser = ({ categories, chosen, error, onChange }: CategoryChooserProps) => (
  <Card title="是什么问题">
    {chosen ? (
      <ListRow
        icon={groupIcons[chosen.group]}
        title={chosen.name}
        line={chosen.description}
        trailing={<View className="categoryChooser__change">更换</View>}
        onPress={() => onChange(null)}
      />
    ) : (
      <Choosing categories={categories} onChoose={onChange} />
    )}
    {error ? (
      <View className="categoryChooser__error" {...accessible({ role: 'alert' })}>
        {error}
      </View>
    ) : null}
  </Card>
)
