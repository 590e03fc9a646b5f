import { View } from '@tarojs/components'
import { accessible } from '@/components/accessible'
import { Icon } from '@/components/icon'
import { clockWords } from '@/words/moments'
import './draftLine.scss'

interface DraftLineProps {
  savedAt: number
  isKept: boolean
}

/** Where what has been typed is now. */
export const DraftLine = ({ savedAt, isKept }: DraftLineProps) => {
  if (savedAt === 0) return null
  return (
    <View className="draftLine" {...accessible({ role: 'status' })}>
      <Icon name={isKept ? 'success' : 'warning'} size="small" />
      <View>{isKept ? `已保存草稿 ${clockWords(savedAt)}` : '手机存储满了，草稿没有存下，请先不要离开'}</View>
    </View>
  )
}
