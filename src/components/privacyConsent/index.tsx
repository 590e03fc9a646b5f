import { Button as WechatButton } from '@tarojs/components'
import { Button } from '@/components/button'
import { Sheet } from '@/components/sheet'
import { AGREE_BUTTON_ID, answerConsent, useConsentRequest } from '@/privacy/consent'
import { open, routes } from '@/routes'
import './index.scss'

/** WeChat records consent only when it is given by its own button. */
const WechatAgree = () => (
  <WechatButton
    id={AGREE_BUTTON_ID}
    className="privacyConsent__agree"
    openType="agreePrivacyAuthorization"
    onAgreePrivacyAuthorization={() => answerConsent(true)}
  >
    同意
  </WechatButton>
)

const WebAgree = () => <Button onPress={() => answerConsent(true)}>同意</Button>

const Agree = process.env.TARO_ENV === 'weapp' ? WechatAgree : WebAgree

/** Rises on the page where a private API is first used. Refusing leaves everything else usable. */
export const PrivacyConsent = () => {
  const isAsked = useConsentRequest()
  return (
    <Sheet
      title="使用前请你确认"
      isOpen={isAsked}
      onClose={() => answerConsent(false)}
      actions={
        <>
          <Agree />
          <Button kind="quiet" onPress={() => answerConsent(false)}>
            不同意，先不用这项功能
          </Button>
        </>
      }
    >
      接下来会用到你的手机号、照片、位置或剪贴板，只用于你正在做的这件事。用来做什么、保存什么，都写在隐私说明里。
      <Button
        kind="quiet"
        onPress={() => {
          answerConsent(false)
          return open(routes.privacy)
        }}
      >
        阅读隐私说明
      </Button>
    </Sheet>
  )
}
