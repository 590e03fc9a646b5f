import { PLACE_NAME_LENGTH } from '@contract/limits'
import type { Place } from '@contract/places'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { ReasonSheet } from '@/components/reasonSheet'
import { Sheet } from '@/components/sheet'
import { showToast } from '@/components/toast'

interface NameSheetProps {
  title: string
  button: string
  first: string
  onClose: () => void
  onSend: (name: string, requestId: string) => Promise<string | null>
}

const NameSheet = ({ title, button, first, onClose, onSend }: NameSheetProps) => {
  const [name, setName] = useState(first)
  const [requestId, setRequestId] = useState(newRequestId)
  const [trouble, setTrouble] = useState<string>()
  const change = (typed: string) => {
    setName(typed)
    setRequestId(newRequestId())
    setTrouble(undefined)
  }
  const send = async () => {
    if (name.trim().length < PLACE_NAME_LENGTH.min)
      return setTrouble(`请填写网格名称，至少 ${PLACE_NAME_LENGTH.min} 个字`)
    setTrouble((await onSend(name.trim(), requestId)) ?? undefined)
  }
  return (
    <Sheet title={title} isOpen onClose={onClose} actions={<Button onPress={send}>{button}</Button>}>
      <Field
        label="网格名称"
        value={name}
        maxLength={PLACE_NAME_LENGTH.max}
        help="如：第一网格"
        error={trouble}
        onChange={change}
      />
    </Sheet>
  )
}

export type GridAct = { kind: 'add' } | { kind: 'rename' | 'close'; grid: Place }

interface GridSheetsProps {
  villageCode: string
  act: GridAct
  onClose: () => void
  onChanged: () => Promise<void>
}

/** What is asked before a grid is added, renamed or closed. */
export const GridSheets = ({ villageCode, act, onClose, onChanged }: GridSheetsProps) => {
  const finish = async (answer: { ok: true } | { ok: false; error: Parameters<typeof errorText>[0] }) => {
    if (!answer.ok) return errorText(answer.error)
    showToast('已保存')
    onClose()
    await onChanged()
    return null
  }
  if (act.kind === 'add')
    return (
      <NameSheet
        title="添加网格"
        button="添加"
        first=""
        onClose={onClose}
        onSend={async (name, requestId) =>
          finish(await call('places', 'addGrid', { villageCode, name }, { requestId }))
        }
      />
    )
  const { code: gridCode, name: before } = act.grid
  if (act.kind === 'rename')
    return (
      <NameSheet
        title={`给${before}改名`}
        button="改名"
        first={before}
        onClose={onClose}
        onSend={async (name, requestId) =>
          finish(await call('places', 'renameGrid', { gridCode, name }, { requestId }))
        }
      />
    )
  return (
    <ReasonSheet
      title={`停用${before}`}
      explanation="停用后不能再选它，以前的记录都保留。编号不会给别的网格用。"
      button="停用"
      kind="danger"
      onClose={onClose}
      onSend={async (reason, requestId) =>
        finish(await call('places', 'closeGrid', { gridCode, reason }, { requestId }))
      }
    />
  )
}
