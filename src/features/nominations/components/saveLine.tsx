import { View } from '@tarojs/components'
import { accessible } from '@/components/accessible'
import { Icon } from '@/components/icon'
import { clockWords } from '@/words/moments'
import type { DraftView } from '../draft/draftView'

type Saving = Pick<DraftView, 'state' | 'savedAt' | 'trouble' | 'isKept'>

const keptWords = (isKept: boolean): string => (isKept ? '草稿保存在本机' : '请先不要离开这一页')

/** Where what has been typed is now. */
export const saveWords = ({ state, savedAt, trouble, isKept }: Saving): string => {
  if (state === 'saved') return `已保存草稿 ${clockWords(savedAt)}`
  if (state === 'offline') return `没有连上网络，${keptWords(isKept)}`
  if (state === 'failed') return `${trouble ?? ''}${keptWords(isKept)}。`
  if (state === 'conflict') return '另一台设备上也改过，还没有保存'
  if (state === 'stale') return '这份申报已经提交或者撤回'
  return '正在保存草稿'
}

const icons = {
  saved: 'success',
  typing: 'clock',
  saving: 'clock',
  offline: 'warning',
  failed: 'warning',
  conflict: 'warning',
  stale: 'warning',
} as const

export const SaveLine = ({ view }: { view: Saving }) => (
  <View className={`saveLine saveLine--${view.state}`} {...accessible({ role: 'status' })}>
    <Icon name={icons[view.state]} size="small" />
    <View>{saveWords(view)}</View>
  </View>
)
