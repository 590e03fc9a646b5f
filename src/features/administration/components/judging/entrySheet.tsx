import type { SessionEntry } from '@contract/judging'
import { placeName } from '@contract/places/names'
import { call } from '@/cloud/call'
import { newRequestId } from '@/cloud/requestId'
import { Button } from '@/components/button'
import { KeyValue } from '@/components/keyValue'
import { Sheet } from '@/components/sheet'
import { showToast } from '@/components/toast'
import { open, routes } from '@/routes'
import { entryWords } from '@/words/judging'
import { progressOf, scoredWords } from '../../sessionSteps'
import { type ChairProps, seenOf, troubleOf } from './act'

interface EntrySheetProps extends ChairProps {
  entry: SessionEntry
  onClose: () => void
}

const recusedOf = ({ view, entry }: Pick<EntrySheetProps, 'view' | 'entry'>): string[] =>
  view.panel
    .filter(({ recusals }) => recusals.some(({ candidateId }) => candidateId === entry.candidateId))
    .map(({ name }) => name)

/** One entry: who has scored, who stands aside, and calling it out of turn. */
export const EntrySheet = ({ view, entry, onDone, onClose }: EntrySheetProps) => {
  const { candidateId, districtCode } = entry
  const progress = progressOf(view, candidateId)
  const callOut = async () => {
    const input = { ...seenOf(view), candidateId }
    const trouble = troubleOf(await call('judging', 'callSpeaker', input, { requestId: newRequestId() }))
    if (trouble) showToast(trouble)
    await onDone()
    if (!trouble) onClose()
  }
  const mayCall = view.kind === 'experts' && view.speaking !== candidateId
  return (
    <Sheet
      title={entryWords(entry)}
      isOpen
      onClose={onClose}
      actions={
        <>
          {mayCall ? <Button onPress={callOut}>请它上台</Button> : null}
          <Button kind="quiet" onPress={() => open(routes.candidate(view.campaignId, candidateId))}>
            看申报材料
          </Button>
        </>
      }
    >
      <KeyValue
        rows={[
          { key: '地区', value: placeName(districtCode) },
          ...(progress
            ? [
                { key: '评分', value: scoredWords(progress) },
                { key: '还差', value: progress.missing.join('、') || '无' },
              ]
            : []),
          { key: '回避', value: recusedOf({ view, entry }).join('、') || '无' },
        ]}
      />
    </Sheet>
  )
}
