import Taro from '@tarojs/taro'
import { Button } from '@/components/button'
import { showToast } from '@/components/toast'
import { requireConsent } from '@/privacy/consent'

interface CopyButtonProps {
  /** What the text is: 凭证号. */
  name: string
  text: string
}

const copy = async ({ name, text }: CopyButtonProps) => {
  if (!(await requireConsent())) return
  try {
    await Taro.setClipboardData({ data: text })
    showToast(`${name}已复制`)
  } catch {
    showToast(`没能复制，请抄下${name}`)
  }
}

export const CopyButton = (props: CopyButtonProps) => (
  <Button kind="secondary" onPress={() => copy(props)}>
    复制{props.name}
  </Button>
)
