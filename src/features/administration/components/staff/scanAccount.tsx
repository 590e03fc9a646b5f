import Taro from '@tarojs/taro'
import { Button } from '@/components/button'
import { showToast } from '@/components/toast'

interface ScanAccountProps {
  onScan: (text: string) => void
}

const wasCancelled = (error: unknown): boolean =>
  String((error as { errMsg?: string }).errMsg ?? '').includes('cancel')

const WechatScanAccount = ({ onScan }: ScanAccountProps) => {
  const scan = async () => {
    try {
      onScan((await Taro.scanCode({ scanType: ['qrCode'] })).result)
    } catch (error) {
      if (!wasCancelled(error)) showToast('没有扫到二维码。请再试一次，或者输入编号。')
    }
  }
  return (
    <Button kind="secondary" icon="scan" onPress={scan}>
      扫对方的账号二维码
    </Button>
  )
}

/** A browser has no scanner: the number is pasted there. */
export const ScanAccount = process.env.TARO_ENV === 'weapp' ? WechatScanAccount : () => null
