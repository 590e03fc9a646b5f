import { View } from '@tarojs/components'
import type { CSSProperties, PropsWithChildren, ReactNode } from 'react'
import { accessible } from '@/components/accessible'
import { useAppearance } from '@/components/appearance'
import { Icon } from '@/components/icon'
import { Pressable } from '@/components/pressable'
import { PrivacyConsent } from '@/components/privacyConsent'
import { goBack } from '@/routes'
import { DeskContext, useDeskOf } from './desk'
import './index.scss'
import './wide.scss'

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
  /** A staff page: from 1024 px on it leaves the phone frame and takes the whole window. No effect elsewhere. */
  isWide?: boolean
  /** Stands at the left of a wide page; in WeChat and on a narrow window it is left out. */
  navigation?: ReactNode
  /** Stays at the thumb, above the safe area: the page's one primary button. */
  footer?: ReactNode
  /** Sheets and other things that lie over the page. */
  overlay?: ReactNode
}>

/** What is beside what may change with the window; what the person typed stays, since the tree does not change. */
const Columns = ({ navigation, children }: PropsWithChildren<{ navigation: ReactNode }>) => (
  <View className="page__columns">
    {navigation ? (
      <View className="page__navigation" {...accessible({ role: 'navigation', label: '工作台' })}>
        {navigation}
      </View>
    ) : null}
    <View className="page__body">{children}</View>
  </View>
)

/** The root of every page: theme, care mode, type size, safe area. */
export const Page = ({
  title,
  isTab = false,
  isWide = false,
  navigation,
  footer,
  overlay,
  children,
}: PageProps) => {
  const { isCareMode, typeFactor } = useAppearance()
  const isDesk = useDeskOf(isWide)
  const style = { '--system-type': String(typeFactor) } as CSSProperties
  const classes = ['theme page', isCareMode ? 'theme--care' : '', isDesk ? 'page--desk' : '']
  return (
    <DeskContext.Provider value={isDesk}>
      <View className={classes.filter(Boolean).join(' ')} style={style}>
        <TitleBar title={title} isTab={isTab} />
        {isWide ? (
          <Columns navigation={isDesk ? navigation : null}>{children}</Columns>
        ) : (
          <View className="page__body">{children}</View>
        )}
        {footer ? <View className="page__footer">{footer}</View> : null}
        {overlay}
        <PrivacyConsent />
      </View>
    </DeskContext.Provider>
  )
}
