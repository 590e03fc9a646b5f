import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Icon } from '@/components/icon'
import type { IconName } from '@/components/icon/names'
import './index.scss'

interface EmptyStateProps {
  icon?: IconName
  /** Why it is empty. */
  reason: string
  /** The way on. */
  way?: { text: string; onPress: () => unknown }
}

export const EmptyState = ({ icon = 'empty', reason, way }: EmptyStateProps) => (
  <View className="emptyState">
    <Icon name={icon} size="large" />
    <View className="emptyState__reason">{reason}</View>
    {way ? (
      <Button kind="secondary" onPress={way.onPress}>
        {way.text}
      </Button>
    ) : null}
  </View>
)
