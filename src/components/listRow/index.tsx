import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from '@/components/icon'
import type { IconName } from '@/components/icon/names'
import { Photo } from '@/components/photo'
import { Pressable } from '@/components/pressable'
import './index.scss'

interface ListRowProps {
  title: string
  /** One line that helps choose. */
  line?: string
  icon?: IconName
  photo?: { url: string | null; description: string }
  /** State in words, under a line that is long. */
  below?: ReactNode
  /** State in words, a badge, a value. */
  trailing?: ReactNode
  label?: string
  onPress?: () => unknown
}

const RowContent = ({ title, line, icon, photo, below, trailing, onPress }: ListRowProps) => (
  <>
    {icon ? <Icon name={icon} /> : null}
    {photo ? (
      <View className="listRow__photo">
        <Photo ratio="square" {...photo} />
      </View>
    ) : null}
    <View className="listRow__words">
      <View className="listRow__title">{title}</View>
      {line ? <View className="listRow__line">{line}</View> : null}
      {below ? <View className="listRow__below">{below}</View> : null}
    </View>
    {trailing || onPress ? (
      <View className="listRow__end">
        {trailing}
        {onPress ? <Icon name="forward" size="small" /> : null}
      </View>
    ) : null}
  </>
)

export const ListRow = (props: ListRowProps) => {
  if (!props.onPress) {
    return (
      <View className="listRow">
        <RowContent {...props} />
      </View>
    )
  }
  return (
    <Pressable className="listRow" label={props.label} onPress={props.onPress}>
      <RowContent {...props} />
    </Pressable>
  )
}
