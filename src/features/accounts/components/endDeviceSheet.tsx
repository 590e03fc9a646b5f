import type { Device } from '@contract/accounts'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { Sheet } from '@/components/sheet'

interface EndDeviceSheetProps {
  /** Null: nothing is asked. */
  device: Device | null
  onClose: () => void
  onEnded: (device: Device) => Promise<void>
}

/** Asks before a computer is signed out. */
export const EndDeviceSheet = ({ device, onClose, onEnded }: EndDeviceSheetProps) => {
  const [trouble, setTrouble] = useState<string | null>(null)
  const close = () => {
    setTrouble(null)
    onClose()
  }
  const end = async (ended: Device) => {
    const { deviceId } = ended
    const answer = await call('accounts', 'endDevice', { deviceId }, { requestId: newRequestId() })
    // Gone already is what was wanted.
    if (!answer.ok && answer.error.code !== 'device_not_found') return setTrouble(errorText(answer.error))
    close()
    await onEnded(ended)
  }
  if (!device) return null
  return (
    <Sheet
      title={device.isThis ? '退出登录' : '让这台电脑退出'}
      isOpen
      onClose={close}
      actions={
        <>
          <Button onPress={() => end(device)}>{device.isThis ? '退出登录' : '让它退出'}</Button>
          <Button kind="secondary" onPress={close}>
            先不退出
          </Button>
        </>
      }
    >
      <View>{device.device} 会马上退出，要用时再扫码登录。没有保存的内容可能会丢失。</View>
      {trouble ? <Notice kind="error">{trouble}</Notice> : null}
    </Sheet>
  )
}
