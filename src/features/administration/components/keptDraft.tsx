import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Sheet } from '@/components/sheet'
import { clockWords } from '@/words/moments'

interface KeptDraftProps {
  /** 0: nothing has been typed. */
  savedAt: number
  onDrop: () => void
}

/** That what is typed is kept, and the way to be rid of it. */
export const KeptDraft = ({ savedAt, onDrop }: KeptDraftProps) => {
  const [isAsking, setAsking] = useState(false)
  if (savedAt === 0) return null
  const drop = () => {
    setAsking(false)
    onDrop()
  }
  return (
    <View className="draftState">
      <View>已保存草稿 {clockWords(savedAt)}</View>
      <Button kind="quiet" onPress={() => setAsking(true)}>
        放弃草稿
      </Button>
      <Sheet
        title="放弃草稿"
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        actions={
          <Button kind="danger" onPress={drop}>
            放弃，重新开始
          </Button>
        }
      >
        <View>你在这台设备上写的会全部去掉，找不回来。</View>
      </Sheet>
    </View>
  )
}
