import type { Device } from '@contract/accounts'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { forgetSession, storageOwner, useIsSignedIn } from '@/cloud/session'
import { useAnswer, useRefreshOnPull } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { EmptyState } from '@/components/emptyState'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { showToast } from '@/components/toast'
import { open, openTab, routes } from '@/routes'
import { DeviceCard } from '../../components/deviceCard'
import { EndDeviceSheet } from '../../components/endDeviceSheet'

const None = () => (
  <EmptyState
    icon="desk"
    reason="现在没有电脑用你的账号登录。扫码登录后，电脑会列在这里，你可以随时让它退出。"
    way={{ text: '扫码登录电脑', onPress: () => open(routes.desk()) }}
  />
)

const Devices = ({ devices, onEnd }: { devices: Device[]; onEnd: (device: Device) => void }) =>
  devices.length === 0 ? (
    <None />
  ) : (
    <>
      <View>这些电脑正用你的账号登录。不认识的，请让它退出。</View>
      {devices.map((device) => (
        <DeviceCard key={device.deviceId} device={device} onEnd={() => onEnd(device)} />
      ))}
    </>
  )

export default function DevicesPage() {
  const isSignedIn = useIsSignedIn()
  const devices = useAnswer(isSignedIn ? `devices/${storageOwner()}` : null, () =>
    call('accounts', 'listDevices', {}),
  )
  useRefreshOnPull(devices.refresh)
  const [ending, setEnding] = useState<Device | null>(null)
  const afterEnd = async (device: Device) => {
    showToast('已经退出')
    if (!device.isThis) return devices.refresh()
    forgetSession()
    await openTab(routes.mine)
  }
  return (
    <Page
      title="登录过的设备"
      overlay={<EndDeviceSheet device={ending} onClose={() => setEnding(null)} onEnded={afterEnd} />}
    >
      {isSignedIn ? (
        <Answered answer={devices} skeleton={<Skeleton shape="text" count={2} />}>
          {(value) => <Devices devices={value.devices} onEnd={setEnding} />}
        </Answered>
      ) : (
        <EmptyState
          icon="desk"
          reason="登录以后，这里会列出正在用你账号的电脑"
          way={{ text: '回到“我的”', onPress: () => openTab(routes.mine) }}
        />
      )}
    </Page>
  )
}
