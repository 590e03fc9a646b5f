import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { accessible } from '@/components/accessible'
import { QrCode } from '@/components/qrCode'
import { routes } from '@/routes'
import { deskCodeInGroups } from '../deskCode'
import './signInCode.scss'

const SECOND = 1000

const useSecondsUntil = (until: number): number => {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), SECOND)
    return () => clearInterval(timer)
  }, [])
  return Math.max(Math.ceil((until - now) / SECOND), 0)
}

const secondsWords = (seconds: number): string =>
  seconds >= 60 ? `${Math.floor(seconds / 60)} 分 ${seconds % 60} 秒` : `${seconds} 秒`

/** Where the phone gets to by scanning. */
const addressOf = (code: string): string => `${location.origin}${location.pathname}#${routes.desk(code)}`

/** The code twice: to be scanned, and to be typed where no camera is at hand. */
export const SignInCode = ({ code, until }: { code: string; until: number }) => {
  const [first, second] = deskCodeInGroups(code)
  return (
    <View className="signInCode">
      <QrCode text={addressOf(code)} label="登录二维码，用手机里的共治小程序扫" />
      <View className="signInCode__caption">不方便扫码，可以输入登录码</View>
      <View
        className="signInCode__code"
        {...accessible({ role: 'img', label: `登录码 ${[...code].join(' ')}` })}
      >
        <View>{first}</View>
        <View>{second}</View>
      </View>
      <View className="signInCode__left">{secondsWords(useSecondsUntil(until))}内有效</View>
    </View>
  )
}
