import Taro from '@tarojs/taro'
import { createRoot } from 'react-dom/client'
import { readSession } from '@/cloud/session'
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
  setOpen(readSession() === null)
  createRoot(place).render(
    <Panel identities={identities} onOpen={() => setOpen(true)} onClose={() => setOpen(false)} />,
  )
}
