import Taro from '@tarojs/taro'
import { call } from '@/cloud/call'
import { newRequestId } from '@/cloud/requestId'
import { forgetSession, readSession } from '@/cloud/session'
import { routes } from '@/routes'

/** Ends the session in the cloud as well, so that nobody can go on with it. Without a connection it ends by itself. */
const endThisDevice = async (): Promise<void> => {
  const listed = await call('accounts', 'listDevices', {})
  const device = listed.ok ? listed.value.devices.find(({ isThis }) => isThis) : undefined
  if (!device) return
  await call('accounts', 'endDevice', { deviceId: device.deviceId }, { requestId: newRequestId() })
}

export const signOut = async (): Promise<void> => {
  if (readSession()?.kind === 'desk') await endThisDevice()
  forgetSession()
  await Taro.reLaunch({ url: routes.home })
}
