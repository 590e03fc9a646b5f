import type { Campaign } from '@contract/voting'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { changeWords } from '@/words/planChanges'
import type { CampaignEditor } from '../../useCampaignEditor'

interface StaleProps {
  editor: CampaignEditor
  campaign: Campaign | null
  onLookAnew: () => Promise<void>
}

/** A colleague was faster: what they changed is said, and what one wrote goes on top of it. */
export const Stale = ({ editor, campaign, onLookAnew }: StaleProps) => {
  if (editor.isStale && campaign)
    return (
      <Notice kind="warning" title="别人在你之后改过这个活动">
        {campaign.changes.slice(0, 1).map((change) => (
          <View key={change.at}>
            {changeWords(change)}，原因：{change.reason}
          </View>
        ))}
        <View>你写的还在。接着写，你没有动过的地方会换成新的内容。</View>
        <Button kind="secondary" onPress={editor.merge}>
          在新的内容上接着写
        </Button>
      </Notice>
    )
  return editor.refused?.isChangedMeanwhile ? (
    <Notice kind="warning" title="还没有保存">
      {editor.refused.sentence}
      <Button kind="secondary" icon="refresh" onPress={onLookAnew}>
        看新的内容，我写的留着
      </Button>
    </Notice>
  ) : null
}
