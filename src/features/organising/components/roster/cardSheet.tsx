import { CARD_CODE_LENGTH } from '@contract/limits'
import type { Activity } from '@contract/volunteering/activities'
import type { Direction } from '@contract/volunteering/presence'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { cloudNow } from '@/cloud/cloudClock'
import { Button } from '@/components/button'
import { FilterChips } from '@/components/chip'
import { Field } from '@/components/field'
import { ScanButton } from '@/components/scanButton'
import { Sheet } from '@/components/sheet'
import { type RosterActs, usualMoment } from '../../presence/useRoster'
import { directionWords } from '../../presence/words'

const directions = [
  { value: 'in' as const, text: directionWords.in },
  { value: 'out' as const, text: directionWords.out },
]
/** Typed in groups, with spaces. */
const TYPED_MAX = CARD_CODE_LENGTH + 5

const codeIn = (text: string): string => text.toUpperCase().replace(/[^0-9A-Z]/g, '')

interface CardSheetProps {
  activity: Activity
  onConfirm: RosterActs['confirm']
  onClose: () => void
}

/** For people without a phone: the code on their volunteer's card. One card after the other. */
export const CardSheet = ({ activity, onConfirm, onClose }: CardSheetProps) => {
  const [direction, setDirection] = useState<Direction>('in')
  const [typed, setTyped] = useState('')
  const [said, setSaid] = useState<string | null>(null)
  const [problem, setProblem] = useState<string>()
  const confirm = async (text: string) => {
    const cardCode = codeIn(text)
    if (cardCode.length !== CARD_CODE_LENGTH)
      return setProblem(`志愿者卡号是 ${CARD_CODE_LENGTH} 位字母和数字`)
    setSaid(await onConfirm(direction, [{ cardCode }], usualMoment(direction, activity, cloudNow())))
    setTyped('')
  }
  return (
    <Sheet
      title="按志愿者卡登记"
      isOpen
      onClose={onClose}
      actions={
        <Button icon="check" onPress={() => confirm(typed)}>
          确认{directionWords[direction]}
        </Button>
      }
    >
      <FilterChips<Direction> options={directions} chosen={direction} onChoose={setDirection} />
      <ScanButton kind="secondary" otherwise="输入卡号" onScan={confirm} onTrouble={setProblem}>
        扫志愿者卡
      </ScanButton>
      <Field
        label="志愿者卡号"
        value={typed}
        maxLength={TYPED_MAX}
        help="不分大小写，空格不用管"
        error={problem}
        onChange={(text) => {
          setTyped(text)
          setProblem(undefined)
          setSaid(null)
        }}
      />
      {said ? <View>{said}</View> : null}
    </Sheet>
  )
}
