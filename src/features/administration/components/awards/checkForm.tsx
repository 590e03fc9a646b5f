import type { AwardUnit, ConditionCheck } from '@contract/awards'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import { useSession } from '@/cloud/session'
import { Button } from '@/components/button'
import { ChoiceField } from '@/components/choiceField'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'
import { PhotoPicker, type PickedPhoto } from '@/components/photoPicker'

const NOTE_LENGTH = { min: 2, max: 300 }
const EVIDENCE_MOST = 6

type State = 'met' | 'notMet'

const CHOICES: { value: State; text: string }[] = [
  { value: 'met', text: '达到' },
  { value: 'notMet', text: '没有达到' },
]

interface Draft {
  state: State | null
  note: string
  photos: PickedPhoto[]
  requestId: string
}

interface CheckFormProps {
  campaignId: string
  unit: AwardUnit
  check: ConditionCheck
  onDone: (unit: AwardUnit) => Promise<void>
  onRefused: () => Promise<void>
  onLeave: () => void
}

const problemOf = ({ state, note }: Draft, isUploading: boolean): string | null => {
  if (isUploading) return '照片还在上传。请等一会儿再保存。'
  if (state === null) return '请选择是否达到'
  return note.trim().length < NOTE_LENGTH.min ? '请写下依据，至少 2 个字' : null
}

const useChecking = ({ campaignId, unit, check, onDone, onRefused }: CheckFormProps) => {
  const [draft, setDraft] = useState<Draft>({ state: null, note: '', photos: [], requestId: newRequestId() })
  const [trouble, setTrouble] = useState<string>()
  const [isUploading, setUploading] = useState(false)
  const change = (part: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...part, requestId: newRequestId() }))
    setTrouble(undefined)
  }
  const send = async () => {
    const { state, note, photos, requestId } = draft
    const problem = problemOf(draft, isUploading)
    if (problem || !state) return setTrouble(problem ?? undefined)
    const evidence = photos.map(({ fileId }, index) => ({ file: fileId, name: `材料 ${index + 1}` }))
    const { condition } = check
    const { unitId, version } = unit
    const input = { campaignId, unitId, version, condition, state, note, evidence }
    const answer = await call('awards', 'checkCondition', input, { requestId })
    if (answer.ok) return onDone(answer.value.unit)
    setTrouble(errorText(answer.error))
    await onRefused()
  }
  return { draft, change, trouble, setUploading, send }
}

/** What staff have seen of one condition, with photos of what it rests on. */
export const CheckForm = (props: CheckFormProps) => {
  const { draft, change, trouble, setUploading, send } = useChecking(props)
  const isAtDesk = useSession()?.kind === 'desk'
  return (
    <>
      <ChoiceField
        label="核对结果"
        choices={CHOICES}
        value={draft.state}
        onChange={(state) => change({ state })}
      />
      <Field
        label="依据"
        value={draft.note}
        maxLength={NOTE_LENGTH.max}
        isLong
        help="看了什么材料，得出这个结果"
        error={trouble}
        onChange={(note) => change({ note })}
      />
      {isAtDesk ? (
        <Notice kind="information" title="照片在手机上添加">
          电脑上不能上传照片。要附照片，请在手机上打开这一页核对。
        </Notice>
      ) : (
        <PhotoPicker
          label="证明材料"
          value={draft.photos}
          limit={EVIDENCE_MOST}
          help="台账、公示栏、培训现场的照片。再次核对会替换以前的材料。"
          onChange={(photos) => change({ photos })}
          onBusyChange={setUploading}
        />
      )}
      <Button onPress={send}>保存核对结果</Button>
      <Button kind="quiet" onPress={props.onLeave}>
        先不核对
      </Button>
    </>
  )
}
