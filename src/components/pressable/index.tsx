import { View } from '@tarojs/components'
import { type PropsWithChildren, useRef } from 'react'
import { type Accessible, accessible } from '@/components/accessible'
import './index.scss'

/** Two taps closer than this are one: the second is a trembling finger, not a wish. */
const DOUBLE_TAP_TIME = 350

/** Runs `press` once per intention: not while its promise is pending, and not for a double tap. */
export const useSinglePress = (press: () => unknown): (() => Promise<void>) => {
  const isBusy = useRef(false)
  const lastPressedAt = useRef(Number.NEGATIVE_INFINITY)
  return async () => {
    const now = Date.now()
    if (isBusy.current || now - lastPressedAt.current < DOUBLE_TAP_TIME) return
    lastPressedAt.current = now
    isBusy.current = true
    try {
      await press()
    } finally {
      isBusy.current = false
    }
  }
}

interface KeyPress {
  key?: string
  preventDefault(): void
}

/** A browser gives keyboard users what WeChat gives by itself: focus, and Enter or Space for a tap. */
const webKeyboard = (press: () => void, disabled: boolean) => ({
  tabindex: disabled ? '-1' : '0',
  onKeyDown: (event: KeyPress) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    press()
  },
})

const keyboard = process.env.TARO_ENV === 'weapp' ? () => ({}) : webKeyboard

type PressableProps = PropsWithChildren<
  Pick<Accessible, 'role' | 'label' | 'checked' | 'current'> & {
    className?: string
    disabled?: boolean
    /** Every tap counts, however fast: steps of a number, that can be taken back. */
    mayRepeat?: boolean
    onPress: () => unknown
  }
>

/** Anything that reacts to a tap. Everything pressable in the program is built on this. */
export const Pressable = (props: PressableProps) => {
  const { className = '', disabled = false, mayRepeat = false, role = 'button', onPress, children } = props
  const { label, checked, current } = props
  const pressOnce = useSinglePress(onPress)
  const pressIfAllowed = () => {
    if (!disabled) void (mayRepeat ? onPress : pressOnce)()
  }
  return (
    <View
      className={`pressable ${className}`}
      hoverClass={disabled ? 'none' : 'pressable--held'}
      onClick={pressIfAllowed}
      {...keyboard(pressIfAllowed, disabled)}
      {...accessible({ role, label, checked, current, disabled: disabled || undefined })}
    >
      {children}
    </View>
  )
}
