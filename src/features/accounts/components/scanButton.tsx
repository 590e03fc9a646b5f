import Taro from '@tarojs/taro'
import { Button } from '@/components/button'

interface ScanButtonProps {
  onScan: (text: string) => void
  onTrouble: (sentence: string) => void
}

const wasCancelled = (error: unknown): boolean =>
  String((error as { errMsg?: string }).errMsg ?? '').includes('cancel')

const WechatScanButton = ({ onScan, onTrouble }: ScanButtonProps) => {
  const scan = async () => {
    try {
      onScan((await Taro.scanCode({ scanType: ['qrCode'] })).result)
    } catch (error) {
      if (!wasCancelled(error)) onTrouble('没有扫到二维码。请再试一次，或者输入登录码。')
    }
  }
  return (
    <Button icon="scan" onPress={scan}>
      扫一扫
    </Button>
  )
}

/** A browser has no scanner: the code is typed there. */
export const ScanButton = process.env.TARO_ENV === 'weapp' ? WechatScanButton : () => null
