import { View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import { accessible } from '@/components/accessible'
import { Icon } from '@/components/icon'
import { Pressable } from '@/components/pressable'
import { useSheetKeyboard } from './useKeyboard'
import './index.scss'

/** Can be given focus, but is no stop for Tab. */
const focusable = process.env.TARO_ENV === 'weapp' ? {} : { tabindex: '-1' }

type SheetProps = PropsWithChildren<{
  title: string
  isOpen: boolean
  onClose: () => void
  /** The buttons: what is done, then the way out. */
  actions?: ReactNode
}>

/** Rises from below to ask or to confirm. */
export const Sheet = ({ title, isOpen, onClose, actions, children }: SheetProps) => {
  const panel = useSheetKeyboard(isOpen, onClose)
  if (!isOpen) return null
  return (
    <View className="sheet">
      <View className="sheet__veil" onClick={onClose} />
      <View
        className="sheet__panel"
        ref={panel}
        {...focusable}
        {...accessible({ role: 'dialog', label: title })}
      >
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
