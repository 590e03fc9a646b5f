import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { accessible } from '@/components/accessible'
import { Icon } from '@/components/icon'
import './index.scss'

const kinds = {
  information: { icon: 'information', word: '提示' },
  warning: { icon: 'warning', word: '注意' },
  success: { icon: 'success', word: '完成' },
  error: { icon: 'failure', word: '有问题' },
} as const

type NoticeProps = PropsWithChildren<{ kind: keyof typeof kinds; title?: string }>

/** Says its kind by word, shape and colour. */
export const Notice = ({ kind, title, children }: NoticeProps) => (
  <View className={`notice notice--${kind}`} {...accessible({ role: kind === 'error' ? 'alert' : 'status' })}>
    <Icon name={kinds[kind].icon} />
    <View className="notice__words">
      <View className="notice__title">{title ?? kinds[kind].word}</View>
      {children ? <View>{children}</View> : null}
    </View>
  </View>
)
