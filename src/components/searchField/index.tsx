import { Input, View } from '@tarojs/components'
import { accessible } from '@/components/accessible'
import { Icon } from '@/components/icon'
import { Pressable } from '@/components/pressable'
import './index.scss'

interface SearchFieldProps {
  value: string
  /** What can be searched for; also the name for screen readers. */
  placeholder: string
  maxLength: number
  onChange: (value: string) => void
}

export const SearchField = ({ value, placeholder, maxLength, onChange }: SearchFieldProps) => (
  <View className="searchField">
    <Icon name="search" />
    <Input
      className="searchField__input"
      value={value}
      placeholder={placeholder}
      placeholderClass="searchField__placeholder"
      maxlength={maxLength}
      confirmType="search"
      onInput={(event) => onChange(event.detail.value)}
      {...accessible({ label: placeholder })}
    />
    {value ? (
      <Pressable className="searchField__clear" label="清除搜索" onPress={() => onChange('')}>
        <Icon name="close" size="small" />
      </Pressable>
    ) : null}
  </View>
)
