import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { accessible } from '@/components/accessible'
import './part.scss'

/** A part of the page with a table of its own, which is a card already. */
export const Part = ({ title, children }: PropsWithChildren<{ title: string }>) => (
  <View className="operationsPart">
    <View className="operationsPart__title" {...accessible({ role: 'heading' })}>
      {title}
    </View>
    {children}
  </View>
)
