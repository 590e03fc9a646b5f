import { View } from '@tarojs/components'
import type { CSSProperties, PropsWithChildren, ReactNode } from 'react'
import { useAppearance } from '@/components/appearance'
import { Icon } from '@/components/icon'
import { Pressable } from '@/components/pressable'
import { PrivacyConsent } from '@/components/privacyConsent'
import { goBack } from '@/routes'
import './index.scss'

const WebTitleBar = ({ title, isTab }: { title: string; isTab: boolean }) => (
  <View className="page__bar">
    {isTab ? null : (
      <Pressable className="page__back" label="返回" onPress={goBack}>
        <Icon name="back" />
      </Pressable>
    )}
    <View className="page__title">{title}</View>
  </View>
)

/** WeChat draws its own title bar. */
const TitleBar = process.env.TARO_ENV === 'weapp' ? () => null : WebTitleBar

type PageProps = PropsWithChildren<{
  title: string
  isTab?: boolean
  /** Stays at the thumb, above the safe area: the page's one primary button. */
  footer?: ReactNode
  /** Sheets and other things that lie over the page. */
  overlay?: ReactNode
}>

/** The root of every page: theme, care mode, type size, safe area. */
export const Page = ({ title, isTab = false, footer, overlay, children }: PageProps) => {
  const { isCareMode, typeFactor } = useAppearance()
  const style = { '--system-type': String(typeFactor) } as CSSProperties
  return (
    <View className={`theme page ${isCareMode ? 'theme--care' : ''}`} style={style}>
      <TitleBar title={title} isTab={isTab} />
      <View className="page__body">{children}</View>
      {footer ? <View className="page__footer">{footer}</View> : null}
      {overlay}
      <PrivacyConsent />
    </View>
  )
}
