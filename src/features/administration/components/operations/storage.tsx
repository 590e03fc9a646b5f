import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Card } from '@/components/card'
import { KeyValue } from '@/components/keyValue'
import { loadLocalCloud } from '@/localPanel/entry'
import type { StorageUsed } from '@/localPanel/localCloud'
import { bytesWords, numberWords } from '@/words/numbers'

/** Null until it is known, and where the program does not run on one machine. */
const useStorageUsed = (turn: number): StorageUsed | null => {
  const [used, setUsed] = useState<StorageUsed | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another turn asks again
  useEffect(() => {
    void loadLocalCloud?.()
      .then(({ readStorage }) => readStorage())
      .then(setUsed)
  }, [turn])
  return used
}

/** How much room the program's data takes. `turn` counts how often it was asked for. */
export const Storage = ({ turn }: { turn: number }) => {
  const used = useStorageUsed(turn)
  return (
    <Card title="存储">
      {used ? (
        <KeyValue
          rows={[
            { key: '数据库', value: bytesWords(used.databaseBytes) },
            {
              key: '照片和文件',
              value: `${numberWords(used.files.count)} 个，${bytesWords(used.files.bytes)}`,
            },
          ]}
        />
      ) : (
        <View>用量在云开发控制台的“用量统计”里看，日志在“云函数 → 日志”里按问题编号找。</View>
      )}
    </Card>
  )
}
