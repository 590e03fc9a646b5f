import type { Direction } from '@contract/volunteering/presence'
import { View } from '@tarojs/components'
import { accessible } from '@/components/accessible'
import { QrCode } from '@/components/qrCode'
import { momentWords } from '@/words/moments'
import type { ShownCode, WindowState } from '../../code/openedCode'
import { directionWords } from '../../presence/words'
import './index.scss'

/** In threes, as telephone numbers are read out. */
const inThrees = (digits: string): string => `${digits.slice(0, 3)} ${digits.slice(3)}`

const closedWords = (direction: Direction, window: Exclude<WindowState, { state: 'open' }>): string =>
  window.state === 'early'
    ? `${momentWords(window.at)} 开始可以${directionWords[direction]}。`
    : `${directionWords[direction]}在 ${momentWords(window.at)} 结束了。没有${directionWords[direction]}的人，在名单里确认。`

interface CodeCardProps {
  direction: Direction
  code: ShownCode
  window: WindowState
}

/** Large, dark on white: to be scanned from two metres and read out loud. */
export const CodeCard = ({ direction, code, window }: CodeCardProps) => {
  if (window.state !== 'open')
    return <View className="checkInCode checkInCode--closed">{closedWords(direction, window)}</View>
  return (
    <View className="checkInCode">
      <View className="checkInCode__title">{directionWords[direction]}码</View>
      <View className="checkInCode__picture">
        <QrCode text={code.text} label={`${directionWords[direction]}二维码`} />
      </View>
      <View
        className="checkInCode__digits"
        {...accessible({
          role: 'img',
          label: `${directionWords[direction]}码 ${[...code.digits].join(' ')}`,
        })}
      >
        {inThrees(code.digits)}
      </View>
      <View className="checkInCode__track" {...accessible({ hidden: true })}>
        <View className="checkInCode__left" style={{ width: `${Math.round(code.shareLeft * 100)}%` }} />
      </View>
      <View className="checkInCode__seconds">{code.secondsLeft} 秒后换新的码</View>
    </View>
  )
}
