import type { Direction } from '@contract/volunteering/presence'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { FilterChips } from '@/components/chip'
import { ChoiceField } from '@/components/choiceField'
import { Field } from '@/components/field'
import { ScanButton } from '@/components/scanButton'
import { showToast } from '@/components/toast'
import { type CheckingIn, readScanned } from '../../checkIn/useCheckIn'
import { directionWords } from '../../checkIn/words'
import './index.scss'

const DIGITS = 6

const directions = [
  { value: 'in' as const, text: directionWords.in },
  { value: 'out' as const, text: directionWords.out },
]

const places = [
  {
    value: 'with' as const,
    text: '用手机的位置证明我在现场',
    line: '只记离活动地点多少米，不记你在哪里',
  },
  { value: 'without' as const, text: '不用位置', line: '要请负责人在名单里确认，才计时长' },
]

/** Fifty characters may be on a keyboard that knows only Chinese figures and spaces. */
const onlyDigits = (text: string): string => text.replace(/\D/g, '').slice(0, DIGITS)

interface CodeFormProps {
  activityId: string
  checking: CheckingIn
}

/** The code from the leader's screen, scanned or typed; and whether the phone says where it is. */
export const CodeForm = ({ activityId, checking }: CodeFormProps) => {
  const [digits, setDigits] = useState('')
  const [place, setPlace] = useState<'with' | 'without'>('with')
  const [problem, setProblem] = useState<string>()
  const { direction, turn } = checking
  const withPlace = place === 'with'
  const scan = async (text: string) => {
    const read = readScanned(text, activityId)
    if (typeof read === 'string') setProblem(read)
    else await checking.present(read, withPlace)
  }
  const send = async () => {
    if (digits.length < DIGITS) return setProblem(`请输入负责人屏幕上的 ${DIGITS} 位数字`)
    setProblem(undefined)
    await checking.type(direction, digits, withPlace)
    setDigits('')
  }
  return (
    <Card title={`现场${directionWords[direction]}`}>
      <FilterChips<Direction> options={directions} chosen={direction} onChoose={turn} />
      <ScanButton otherwise="输入 6 位数字" onScan={scan} onTrouble={showToast}>
        扫负责人屏幕上的二维码
      </ScanButton>
      <View className="checkIn__digits">
        <Field
          label={`${directionWords[direction]}码`}
          value={digits}
          maxLength={DIGITS}
          keyboard="number"
          help="负责人屏幕上的 6 位数字，每 30 秒换一次"
          error={problem}
          onChange={(text) => {
            setDigits(onlyDigits(text))
            setProblem(undefined)
          }}
        />
      </View>
      <ChoiceField label="位置" choices={places} value={place} onChange={setPlace} />
      <Button icon="check" onPress={send}>
        {directionWords[direction]}
      </Button>
    </Card>
  )
}
