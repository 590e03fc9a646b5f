import { panelNeeded } from '@contract/campaigns'
import type { ChairView, PanelMember, SessionEntry } from '@contract/judging'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { newRequestId } from '@/cloud/requestId'
import { Button } from '@/components/button'
import { KeyValue } from '@/components/keyValue'
import { ListRow } from '@/components/listRow'
import { ReasonSheet } from '@/components/reasonSheet'
import { Sheet } from '@/components/sheet'
import { showToast } from '@/components/toast'
import { entryWords, inOrder, memberKindWords } from '@/words/judging'
import { type ChairProps, seenOf, troubleOf } from './act'

interface MemberSheetProps extends ChairProps {
  member: PanelMember
  onClose: () => void
}

const nameIn = ({ entries }: ChairView, candidateId: string): string =>
  entries.find((entry) => entry.candidateId === candidateId)?.name ?? '已不在名单中的对象'

/** Once the panel is promised it must stay large enough. */
const mayUnseat = ({ state, panel, plan }: ChairView): boolean =>
  state === 'preparing' || (state === 'committed' && panel.length > panelNeeded(plan))

const mayRecuse = ({ state }: ChairView): boolean =>
  state === 'committed' || state === 'drawn' || state === 'open'

type Step = { at: 'member' } | { at: 'choosing' } | { at: 'recusing'; entry: SessionEntry }

const Recusing = (props: MemberSheetProps & { entry: SessionEntry }) => {
  const { view, member, entry, onDone, onClose } = props
  const send = async (reason: string, requestId: string) => {
    const input = { ...seenOf(view), judgeId: member.judgeId, candidateId: entry.candidateId, reason }
    const trouble = troubleOf(await call('judging', 'recuseJudge', input, { requestId }))
    await onDone()
    if (!trouble) onClose()
    return trouble
  }
  return (
    <ReasonSheet
      title={`让${member.name}回避`}
      explanation={`${member.name}不给“${entry.name}”打分，已经打的分不再计算。不能撤销。`}
      button="确认回避"
      kind="danger"
      help="会写进评审纪要"
      onClose={onClose}
      onSend={send}
    />
  )
}

const Choosing = ({
  view,
  member,
  onChoose,
}: MemberSheetProps & { onChoose: (entry: SessionEntry) => void }) =>
  inOrder(view.entries)
    .filter(({ candidateId }) => !member.recusals.some((recusal) => recusal.candidateId === candidateId))
    .map((entry) => (
      <ListRow key={entry.candidateId} title={entryWords(entry)} onPress={() => onChoose(entry)} />
    ))

const Acts = ({ view, member, onDone, onClose, onRecuse }: MemberSheetProps & { onRecuse: () => void }) => {
  const unseat = async () => {
    const input = { ...seenOf(view), judgeId: member.judgeId }
    const trouble = troubleOf(await call('judging', 'unseatJudge', input, { requestId: newRequestId() }))
    if (trouble) showToast(trouble)
    await onDone()
    if (!trouble) onClose()
  }
  return (
    <>
      {mayRecuse(view) ? (
        <Button kind="secondary" onPress={onRecuse}>
          让这位评委回避一个对象
        </Button>
      ) : null}
      {mayUnseat(view) ? (
        <Button kind="danger" onPress={unseat}>
          移出评审组
        </Button>
      ) : null}
    </>
  )
}

/** One judge: where from, what recused from and why, and what the chair can do. */
export const MemberSheet = (props: MemberSheetProps) => {
  const { view, member, onClose } = props
  const [step, setStep] = useState<Step>({ at: 'member' })
  if (step.at === 'recusing') return <Recusing {...props} entry={step.entry} />
  if (step.at === 'choosing')
    return (
      <Sheet title={`${member.name}回避哪个对象`} isOpen onClose={onClose}>
        <Choosing {...props} onChoose={(entry) => setStep({ at: 'recusing', entry })} />
      </Sheet>
    )
  return (
    <Sheet
      title={member.name}
      isOpen
      onClose={onClose}
      actions={<Acts {...props} onRecuse={() => setStep({ at: 'choosing' })} />}
    >
      <KeyValue
        rows={[
          { key: '来自', value: memberKindWords[member.memberKind] },
          ...member.recusals.map(({ candidateId, reason }) => ({
            key: `回避“${nameIn(view, candidateId)}”`,
            value: reason,
          })),
          ...(member.recusals.length === 0 ? [{ key: '回避', value: '没有' }] : []),
        ]}
      />
    </Sheet>
  )
}
