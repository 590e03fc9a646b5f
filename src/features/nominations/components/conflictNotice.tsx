import type { Campaign } from '@contract/voting'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { KeyValue } from '@/components/keyValue'
import { Notice } from '@/components/notice'
import { momentWords } from '@/words/moments'
import { formPartWords } from '@/words/nominations'
import type { DraftView } from '../draft/draftView'
import { readPart, type TypedPart } from '../draft/typed'

interface ConflictNoticeProps {
  campaign: Campaign
  view: DraftView
  onChoose: (whose: 'mine' | 'theirs') => unknown
}

/** Enough to tell two texts apart. */
const SHOWN = 60

const shortened = (text: string): string => {
  if (text === '') return '（空着）'
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…（共 ${text.length} 个字）` : text
}

/** The same draft was written on differently on another device: a person decides which words stay. */
export const ConflictNotice = ({ campaign, view, onChoose }: ConflictNoticeProps) => {
  const { conflict, form } = view
  if (!conflict) return null
  const fields = campaign.nomination?.fields ?? []
  const nameOf = (part: TypedPart) => formPartWords(part, { kind: campaign.kind, fields })
  const rows = conflict.parts
    // A place is a code here; that it differs is said above.
    .filter((part) => part !== 'place')
    .flatMap((part) => [
      { key: `${nameOf(part)}（本机）`, value: shortened(readPart(form, part)) },
      { key: `${nameOf(part)}（另一台）`, value: shortened(readPart(conflict.theirs, part)) },
    ])
  return (
    <Notice kind="warning" title="这份草稿在另一台设备上改过">
      <View>
        另一台设备在 {momentWords(conflict.savedAt)} 保存过。这几项两边写得不一样：
        {conflict.parts.map(nameOf).join('、')}。请选择留下哪一边的，选好以前不会保存。
      </View>
      <KeyValue rows={rows} />
      <Button kind="secondary" onPress={() => onChoose('mine')}>
        用本机的
      </Button>
      <Button kind="secondary" onPress={() => onChoose('theirs')}>
        用另一台设备的
      </Button>
    </Notice>
  )
}
