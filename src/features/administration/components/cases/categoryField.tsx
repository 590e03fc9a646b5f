import { CATEGORY_GROUPS } from '@contract/cases/categories'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { accessible } from '@/components/accessible'
import { Icon } from '@/components/icon'
import { Pressable } from '@/components/pressable'
import { SearchField } from '@/components/searchField'
import { groupIcons } from '@/words/cases'
import { categoriesFound } from '../../categoriesFound'
import { useCategories } from './useCategories'

const SEARCH_MAX = 20

interface CategoryFieldProps {
  value: string | null
  error: string | undefined
  onChange: (categoryId: string) => void
}

/** One category of the catalogue, found by its name or another word for it. */
export const CategoryField = ({ value, error, onChange }: CategoryFieldProps) => {
  const [typed, setTyped] = useState('')
  const found = categoriesFound(useCategories(), typed)
  return (
    <>
      <SearchField value={typed} placeholder="搜索类别" maxLength={SEARCH_MAX} onChange={setTyped} />
      {error ? (
        <View className="stepSheet__error" {...accessible({ role: 'alert' })}>
          {error}
        </View>
      ) : null}
      <View {...accessible({ role: 'radiogroup', label: '类别' })}>
        {found.map(({ categoryId, name, group, handleHours, counting }) => (
          <Pressable
            key={categoryId}
            className="stepSheet__choice"
            role="radio"
            checked={categoryId === value}
            onPress={() => onChange(categoryId)}
          >
            <Icon name={categoryId === value ? 'success' : groupIcons[group]} />
            <View className="stepSheet__choiceWords">
              <View>{name}</View>
              <View className="stepSheet__line">
                {CATEGORY_GROUPS[group]} · {handleHours} {counting === 'working' ? '工作小时' : '小时'}
              </View>
            </View>
          </Pressable>
        ))}
      </View>
      {found.length === 0 ? <View>没有这样的类别。换一个词试试。</View> : null}
    </>
  )
}
