import { Image, View } from '@tarojs/components'
import { useMemo } from 'react'
import { accessible } from '@/components/accessible'
import { drawQrCode } from './drawQrCode'
import './index.scss'

/** In a browser the picture inside would be read as well; the name around it is enough. */
const unnamed = process.env.TARO_ENV === 'weapp' ? {} : { nativeProps: { 'aria-hidden': 'true' } }

interface QrCodeProps {
  /** What whoever scans it gets. */
  text: string
  /** What it is for, for those who cannot see it. */
  label: string
}

/** A square to be scanned: dark on white in dark mode too, since many scanners read no other. */
export const QrCode = ({ text, label }: QrCodeProps) => {
  const picture = useMemo(() => drawQrCode(text), [text])
  return (
    <View className="qrCode" {...accessible({ role: 'img', label })}>
      <Image className="qrCode__picture" src={picture} {...unnamed} />
    </View>
  )
}
