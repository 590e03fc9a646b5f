import type { ChairView } from '@contract/judging'
import { View } from '@tarojs/components'
import { accessible } from '@/components/accessible'
import { Icon } from '@/components/icon'
import { Pressable } from '@/components/pressable'
import { useSheetKeyboard } from '@/components/sheet/useKeyboard'
import { Live } from './live'

const focusable = process.env.TARO_ENV === 'weapp' ? {} : { tabindex: '-1' }

/** 大屏: the live view alone, as large as the screen allows. */
export const Hall = ({ view, onClose }: { view: ChairView; onClose: () => void }) => {
  const panel = useSheetKeyboard(true, onClose)
  return (
    <View className="hall" ref={panel} {...focusable} {...accessible({ role: 'dialog', label: '大屏显示' })}>
      <View className="hall__session">
        {view.campaignName} · {view.name}
      </View>
      <Live view={view} />
      <Pressable className="hall__close" label="关闭大屏" onPress={onClose}>
        <Icon name="close" />
      </Pressable>
    </View>
  )
}
