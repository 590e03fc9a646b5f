import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useIsDesk } from '@/components/page/desk'
import './index.scss'
import './desk.scss'

interface SplitViewProps {
  list: ReactNode
  /** Beside the list it is always in sight: give it words for "nothing chosen yet" as well. */
  detail: ReactNode
  /** Whether something of the list is chosen. */
  hasDetail: boolean
}

/** On a wide page the list beside what is chosen of it; elsewhere one of the two. */
export const SplitView = ({ list, detail, hasDetail }: SplitViewProps) => {
  const isDesk = useIsDesk()
  return (
    <View className={`splitView ${isDesk ? 'splitView--desk' : ''}`}>
      {isDesk || !hasDetail ? (
        <View key="list" className="splitView__list">
          {list}
        </View>
      ) : null}
      {isDesk || hasDetail ? (
        <View key="detail" className="splitView__detail">
          {detail}
        </View>
      ) : null}
    </View>
  )
}
