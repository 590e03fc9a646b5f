import type { ExportSection } from '@contract/ownData'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { errorText } from '@/cloud/errorText'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { KeyValue } from '@/components/keyValue'
import { ListRow } from '@/components/listRow'
import { Notice } from '@/components/notice'
import { Skeleton } from '@/components/skeleton'
import { type Keeper, keeperWords } from '../ownData'
import type { PartState } from './useOwnData'
import './keptPart.scss'

/** More are in the file. */
const SHOWN = 20

const Section = ({ title, items }: ExportSection) => {
  const [isOpen, setOpen] = useState(false)
  if (items.length === 0)
    return <ListRow title={title} trailing={<View className="keptPart__count">没有</View>} />
  return (
    <>
      <ListRow
        title={title}
        label={`${title}，${items.length} 条，${isOpen ? '收起' : '展开'}`}
        trailing={
          <View className="keptPart__count">
            {items.length} 条{isOpen ? ' · 收起' : ''}
          </View>
        }
        onPress={() => setOpen(!isOpen)}
      />
      {isOpen
        ? items.slice(0, SHOWN).map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the items have no id and never change places
            <View key={index} className="keptPart__item">
              <KeyValue
                rows={Object.entries(item).map(([key, value]) => ({
                  key,
                  value: value === null ? '—' : String(value),
                }))}
              />
            </View>
          ))
        : null}
      {isOpen && items.length > SHOWN ? (
        <View className="keptPart__note">这里显示最近 {SHOWN} 条，全部都在导出的文件里。</View>
      ) : null}
    </>
  )
}

interface KeptPartProps {
  keeper: Keeper
  state: PartState
  onRetry: () => Promise<void>
}

/** What one service keeps about the person. */
export const KeptPartCard = ({ keeper, state, onRetry }: KeptPartProps) => {
  const { title, line } = keeperWords[keeper]
  return (
    <Card title={title}>
      <View className="keptPart__note">{line}</View>
      {state.status === 'loading' ? <Skeleton shape="text" /> : null}
      {state.status === 'failed' ? (
        <Notice kind="error" title={`“${title}”没有读到`}>
          {errorText(state.error)}
          <Button kind="secondary" icon="refresh" label={`再读一次：${title}`} onPress={onRetry}>
            再读一次
          </Button>
        </Notice>
      ) : null}
      {state.status === 'ready'
        ? state.sections.map((section) => <Section key={section.title} {...section} />)
        : null}
    </Card>
  )
}
