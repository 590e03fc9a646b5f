import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { accessible } from '@/components/accessible'
import { Button } from '@/components/button'
import { Sheet } from '@/components/sheet'
import type { Move } from '../../caseMoves'
import { problemsOf, type StepDraft, type StepProblems } from '../../caseSteps'
import { StepFields, type StepSubject } from './stepFields'
import './stepSheet.scss'

interface StepSheetProps {
  move: Move
  subject: StepSubject
  draft: StepDraft
  /** Something to know first: that the case has changed, how many cases it is about. */
  notice?: ReactNode
  onChange: (part: Partial<StepDraft>) => void
  onClose: () => void
  /** Answers what went wrong, in words, or null. */
  onSend: () => Promise<string | null>
}

/** Asks for what a step needs, and by that once more whether it is meant. */
export const StepSheet = (props: StepSheetProps) => {
  const { move, subject, draft, notice, onChange, onClose, onSend } = props
  const [problems, setProblems] = useState<StepProblems>({})
  const [trouble, setTrouble] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const change = (part: Partial<StepDraft>) => {
    setProblems({})
    setTrouble(null)
    onChange(part)
  }
  const send = async () => {
    const found = problemsOf(move, draft, { minPhotos: subject.minAfterPhotos, now: Date.now() })
    setProblems(found)
    if (Object.keys(found).length === 0) setTrouble(await onSend())
  }
  const button = isBusy ? '照片还在上传' : move.name
  return (
    <Sheet
      title={move.name}
      isOpen
      onClose={onClose}
      actions={
        <>
          {trouble ? (
            <View className="stepSheet__error" {...accessible({ role: 'alert' })}>
              {trouble}
            </View>
          ) : null}
          <Button kind={move.isGrave ? 'danger' : 'primary'} disabled={isBusy} onPress={send}>
            {button}
          </Button>
        </>
      }
    >
      {notice}
      {move.line ? <View>{move.line}</View> : null}
      <StepFields
        move={move}
        subject={subject}
        draft={draft}
        problems={problems}
        onChange={change}
        onBusyChange={setBusy}
      />
    </Sheet>
  )
}
