import type { StaffCase } from '@contract/cases/cases'
import type { CaseState } from '@contract/cases/workflow'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { Sheet } from '@/components/sheet'
import { isOneTap, type Move, type MoveKey, moveOf, movesOf } from '../../caseMoves'
import { StepSheet } from './stepSheet'
import { type CaseDone, useCaseSteps } from './useCaseSteps'

interface CaseActsProps {
  shown: StaffCase
  onDone: (done: CaseDone) => Promise<void>
  /** Somebody else was faster. */
  onChanged: () => Promise<void>
}

/** They end or undo something, so they are not the first thing to press. */
const kindOf = ({ isGrave }: Move) => (isGrave ? ('danger' as const) : ('secondary' as const))

interface ButtonsProps {
  shown: StaffCase
  onPress: (key: MoveKey) => unknown
}

const More = ({ keys, onPress }: { keys: MoveKey[]; onPress: (key: MoveKey) => unknown }) => {
  const [isOpen, setOpen] = useState(false)
  if (keys.length === 0) return null
  const choose = (key: MoveKey) => {
    setOpen(false)
    return onPress(key)
  }
  return (
    <>
      <Button kind="quiet" onPress={() => setOpen(true)}>
        更多
      </Button>
      <Sheet title="更多" isOpen={isOpen} onClose={() => setOpen(false)}>
        {keys.map((key) => (
          <Button key={key} kind={kindOf(moveOf(key))} onPress={() => choose(key)}>
            {moveOf(key).name}
          </Button>
        ))}
      </Sheet>
    </>
  )
}

/** The next step as the one primary button; its alternatives beside it, the rest behind 更多. */
const Buttons = ({ shown, onPress }: ButtonsProps) => {
  const { primary, beside, more } = movesOf(shown)
  return (
    <View className="caseActs__buttons">
      {/* A new step is a new button: it takes a tap at once. */}
      {primary ? (
        <Button key={primary} onPress={() => onPress(primary)}>
          {moveOf(primary).name}
        </Button>
      ) : null}
      <View className="caseActs__beside">
        {beside.map((key) => (
          <Button key={key} kind={kindOf(moveOf(key))} onPress={() => onPress(key)}>
            {moveOf(key).name}
          </Button>
        ))}
        <More keys={more} onPress={onPress} />
      </View>
    </View>
  )
}

const Changed = ({ isStillPossible }: { isStillPossible: boolean }) => (
  <Notice kind="warning" title="这个案件刚刚有变化">
    {isStillPossible
      ? '请看过新的情况再提交。你写的内容还在。'
      : '你要做的那一步现在不能做了。你写的话还留着，打开别的步骤可以接着用。'}
  </Notice>
)

const isPossible = (key: MoveKey, shown: StaffCase): boolean => {
  const { primary, beside, more } = movesOf(shown)
  return [primary, ...beside, ...more].includes(key) || shown.may.some((act) => moveOf(key).acts[0] === act)
}

const FINISHED: readonly CaseState[] = ['merged', 'withdrawn']

/** What can be done with a case now. What is typed stays until it is sent, whatever happens meanwhile. */
export const CaseActs = ({ shown, onDone, onChanged }: CaseActsProps) => {
  const steps = useCaseSteps(shown, { onDone, onChanged })
  const { openKey, hasChanged } = steps
  if (shown.may.length === 0 && FINISHED.includes(shown.state)) return null
  const press = (key: MoveKey) => (isOneTap(moveOf(key)) ? steps.tap(key) : steps.open(key))
  const isOpen = openKey !== null && isPossible(openKey, shown)
  return (
    <View className="caseActs">
      {hasChanged && !isOpen ? <Changed isStillPossible={openKey === null} /> : null}
      <Buttons shown={shown} onPress={press} />
      {isOpen ? (
        <StepSheet
          key={openKey}
          move={moveOf(openKey)}
          subject={{
            ...shown,
            isBulk: false,
            isHandler: shown.may.includes('handle') || shown.may.includes('take'),
          }}
          draft={steps.draft}
          notice={hasChanged ? <Changed isStillPossible /> : null}
          onChange={steps.revise}
          onClose={steps.close}
          onSend={() => steps.send(openKey)}
        />
      ) : null}
    </View>
  )
}
