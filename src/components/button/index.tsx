import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { Icon } from '@/components/icon'
import type { IconName } from '@/components/icon/names'
import { Pressable } from '@/components/pressable'
import './index.scss'

type ButtonProps = PropsWithChildren<{
  kind?: 'primary' | 'secondary' | 'quiet' | 'danger'
  icon?: IconName
  isLoading?: boolean
  disabled?: boolean
  /** Where the words on the button do not say enough by themselves. */
  label?: string
  /** The button takes no second press while a returned promise is pending. */
  onPress: () => unknown
}>

export const Button = (props: ButtonProps) => {
  const { kind = 'primary', icon, isLoading = false, disabled = false, label, onPress, children } = props
  const isOff = disabled || isLoading
  return (
    <Pressable
      className={`button button--${kind} ${isOff ? 'button--off' : ''}`}
      disabled={isOff}
      label={label}
      onPress={onPress}
    >
      {isLoading ? <View className="button__spinner" /> : null}
      {icon && !isLoading ? <Icon name={icon} size="small" /> : null}
      <View className="button__words">{children}</View>
    </Pressable>
  )
}
