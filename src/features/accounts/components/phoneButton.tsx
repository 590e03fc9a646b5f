import { Button as WechatButton } from '@tarojs/components'
import { Button } from '@/components/button'
import { loadLocalCloud } from '@/localPanel/entry'
import { requireConsent } from '@/privacy/consent'
import './phoneButton.scss'

interface PhoneButtonProps {
  words: string
  /** The code that stands for the number: five minutes, once. */
  onCode: (code: string) => Promise<void>
  onTrouble: (sentence: string) => void
}

/** WeChat hands out the number only through its own button, and asks for consent by itself. */
const WechatPhoneButton = ({ words, onCode, onTrouble }: PhoneButtonProps) => (
  <WechatButton
    className="phoneButton"
    openType="getPhoneNumber"
    onGetPhoneNumber={({ detail: { code } }) => {
      if (code) void onCode(code)
      else onTrouble('你没有同意提供手机号。需要时可以再点一次。')
    }}
  >
    {words}
  </WechatButton>
)

const WebPhoneButton = ({ words, onCode, onTrouble }: PhoneButtonProps) => {
  const press = async () => {
    if (!(await requireConsent())) return onTrouble('你没有同意提供手机号。需要时可以再点一次。')
    const localCloud = await loadLocalCloud?.()
    const code = await localCloud?.askPhoneCode()
    if (code) await onCode(code)
    else onTrouble('这个身份没有手机号，请换一个身份试用。')
  }
  return (
    <Button icon="phone" onPress={press}>
      {words}
    </Button>
  )
}

export const PhoneButton = process.env.TARO_ENV === 'weapp' ? WechatPhoneButton : WebPhoneButton
