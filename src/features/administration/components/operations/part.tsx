import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import './part.scss'

/** A part of the page with a table of its own, which is a card already. */
export const Part = ({ title, children }: PropsWithChildren<{ title: string }>) => (
  <View className="operationsPart">
    <View className="operationsPart__title">{title}</View>
    {children}
  </View>
)
