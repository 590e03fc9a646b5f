import { setCareMode, useAppearance } from '@/components/appearance'
import { Button } from '@/components/button'
import { Page } from '@/components/page'

export default function MinePage() {
  const { isCareMode } = useAppearance()
  return (
    <Page title="我的" isTab>
      <Button kind="secondary" icon="care" onPress={() => setCareMode(!isCareMode)}>
        {isCareMode ? '关闭关怀版' : '打开关怀版'}
      </Button>
    </Page>
  )
}
