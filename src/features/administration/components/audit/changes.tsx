import { View } from '@tarojs/components'
import { accessible } from '@/components/accessible'
import { Icon } from '@/components/icon'
import type { Change } from '../../changeWords'
import './changes.scss'

/** What was there before, and what is there since. */
export const Changes = ({ changes }: { changes: Change[] }) =>
  changes.length === 0 ? null : (
    <View className="changes">
      {changes.map(({ key, before, after }) => (
        <View key={key} className="changes__change">
          <View className="changes__key">{key}</View>
          <View className="changes__values">
            <View className="changes__before words-break">
              <View className="unseen">原来：</View>
              {before}
            </View>
            <View className="changes__arrow" {...accessible({ hidden: true })}>
              <Icon name="forward" size="small" />
            </View>
            <View className="changes__after words-break">
              <View className="unseen">改为：</View>
              {after}
            </View>
          </View>
        </View>
      ))}
    </View>
  )
