import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { Pressable } from '@/components/pressable'
import './index.scss'

type CardProps = PropsWithChildren<{
  title?: string
  label?: string
  onPress?: () => unknown
}>

/** One thing on the page. Given `onPress`, the whole of it is pressable. */
export const Card = ({ title, label, onPress, children }: CardProps) => {
  const content = (
    <>
      {title ? <View className="card__title">{title}</View> : null}
      {children}
    </>
  )
  if (!onPress) return <View className="card">{content}</View>
  return (
    <Pressable className="card" label={label ?? title} onPress={onPress}>
      {content}
    </Pressable>
  )
}
