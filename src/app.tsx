import { useDidShow, useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { startCloud } from '@/cloud/start'
import { startOutbox, wakeOutbox } from '@/outbox'
import { startConsent } from '@/privacy/consent'
import './app.scss'
import './styles/frame.scss'
import './styles/desk.scss'
import './styles/print.scss'

/** For trying the program on one machine; the weapp build contains nothing of it. */
const startLocalPanel =
  process.env.TARO_ENV === 'h5'
    ? () => import('@/localPanel').then((panel) => panel.startLocalPanel())
    : () => Promise.resolve()

/** Pages are rendered as children. Nothing may be wrapped around them: Taro's H5 page stack relies on it. */
export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    startCloud()
    startConsent()
    startOutbox()
    void startLocalPanel()
  })
  useDidShow(wakeOutbox)
  return children
}
