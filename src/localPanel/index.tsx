import Taro from '@tarojs/taro'
import { createRoot } from 'react-dom/client'
import { readSession } from '@/cloud/session'
import { routes } from '@/routes'
import { listIdentities } from './localCloud'
import { Panel } from './panel'
import './panel.scss'

/** Draws the panel beside the phone frame; on a phone, over it when asked for. Nothing happens in another cloud. */
export const startLocalPanel = async (): Promise<void> => {
  const identities = await listIdentities()
  if (!identities) return
  const place = document.createElement('aside')
  place.className = 'theme localPanel'
  place.setAttribute('aria-label', '本机试用')
  document.body.append(place)
  document.documentElement.classList.add('has-localPanel')
  const setOpen = (isOpen: boolean) => place.classList.toggle('localPanel--open', isOpen)
  Taro.eventCenter.on('localPanel:open', () => setOpen(true))
  // Who came to be signed in by phone is not asked for an identity as well.
  setOpen(readSession() === null && !location.hash.includes(routes.signIn))
  createRoot(place).render(
    <Panel identities={identities} onOpen={() => setOpen(true)} onClose={() => setOpen(false)} />,
  )
}
