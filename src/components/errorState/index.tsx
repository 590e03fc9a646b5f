import { View } from '@tarojs/components'
import { accessible } from '@/components/accessible'
import { Button } from '@/components/button'
import { Icon } from '@/components/icon'
import './index.scss'

interface ErrorStateProps {
  /** What failed and what to do, in one sentence. */
  sentence: string
  /** Given for defects: what to tell us when asking for help. */
  requestId?: string
  onRetry?: () => unknown
}

export const ErrorState = ({ sentence, requestId, onRetry }: ErrorStateProps) => (
  <View className="errorState" {...accessible({ role: 'alert' })}>
    <Icon name="warning" size="large" />
    <View className="errorState__sentence">{sentence}</View>
    {requestId ? <View className="errorState__number words-break">问题编号：{requestId}</View> : null}
    {onRetry ? (
      <Button kind="secondary" icon="refresh" onPress={onRetry}>
        再试一次
      </Button>
    ) : null}
  </View>
)
