import { Button as WechatButton } from '@tarojs/components'
import { CopyButton } from '@/components/copyButton'
import './index.scss'

/** WeChat passes a page on only by its own button; what stands on the card says the page's `useShareAppMessage`. */
const WechatShare = () => (
  <WechatButton className="shareButton" openType="share">
    转给别人看
  </WechatButton>
)

const WebShare = () => <CopyButton name="链接" text={location.href} />

/** Passes the page on to somebody. */
export const ShareButton = process.env.TARO_ENV === 'weapp' ? WechatShare : WebShare
