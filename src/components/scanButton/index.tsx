import Taro from '@tarojs/taro'
import type { ComponentProps, PropsWithChildren } from 'react'
import { Button } from '@/components/button'

type ScanButtonProps = PropsWithChildren<{
  kind?: ComponentProps<typeof Button>['kind']
  /** What to do instead, when nothing could be scanned. */
  otherwise: string
  onScan: (text: string) => unknown
  onTrouble: (sentence: string) => void
}>

const wasCancelled = (error: unknown): boolean =>
  String((error as { errMsg?: string }).errMsg ?? '').includes('cancel')

const WechatScanButton = ({ kind, otherwise, onScan, onTrouble, children }: ScanButtonProps) => {
  const scan = async () => {
    let text: string
    try {
      text = (await Taro.scanCode({ scanType: ['qrCode'] })).result
    } catch (error) {
      if (!wasCancelled(error)) onTrouble(`没有扫到二维码。请再试一次，或者${otherwise}。`)
      return
    }
    await onScan(text)
  }
  return (
    <Button kind={kind} icon="scan" onPress={scan}>
      {children}
    </Button>
  )
}

/** Opens WeChat's scanner. A browser has none: what stands in the code is typed there. */
export const ScanButton = process.env.TARO_ENV === 'weapp' ? WechatScanButton : () => null
