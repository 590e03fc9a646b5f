import { View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import { accessible } from '@/components/accessible'
import { Icon } from '@/components/icon'
import { Pressable } from '@/components/pressable'
import './index.scss'

type SheetProps = PropsWithChildren<{
  title: string
  isOpen: boolean
  onClose: () => void
  /** The buttons: what is done, then the way out. */
  actions?: ReactNode
}>

/** Rises from below to ask or to confirm. */
export const Sheet = ({ title, isOpen, onClose, actions, children }: SheetProps) => {
  if (!isOpen) return null
  return (
    <View className="sheet">
      <View className="sheet__veil" onClick={onClose} />
      <View className="sheet__panel" {...accessible({ role: 'dialog', label: title })}>
        <View className="sheet__head">
          <View className="sheet__title">{title}</View>
          <Pressable className="sheet__close" label="关闭" onPress={onClose}>
            <Icon name="close" />
          </Pressable>
        </View>
        <View className="sheet__body">{children}</View>
        {actions ? <View className="sheet__actions">{actions}</View> : null}
      </View>
    </View>
  )
}
