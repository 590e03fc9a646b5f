import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from '@/components/icon'
import type { IconName } from '@/components/icon/names'
import { Photo } from '@/components/photo'
import { Pressable } from '@/components/pressable'

interface ActProps {
  icon: IconName
  words: string
  label: string
  onPress: () => void
}

export const Act = ({ icon, words, label, onPress }: ActProps) => (
  <Pressable className="photoPicker__act" label={label} onPress={onPress}>
    <Icon name={icon} size="small" />
    <View>{words}</View>
  </Pressable>
)

interface PhotoRowProps {
  name: string
  url: string | null
  state: ReactNode
  acts: ReactNode
}

/** A picture, how far it is, and what can be done with it. */
export const PhotoRow = ({ name, url, state, acts }: PhotoRowProps) => (
  <View className="photoPicker__row">
    <View className="photoPicker__picture">
      <Photo ratio="square" url={url} description={name} />
    </View>
    <View className="photoPicker__words">
      <View className="photoPicker__name">{name}</View>
      {state}
      <View className="photoPicker__acts">{acts}</View>
    </View>
  </View>
)
