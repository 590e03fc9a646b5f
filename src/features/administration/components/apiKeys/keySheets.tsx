import type { ApiKey } from '@contract/open311'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import { Button } from '@/components/button'
import { CopyButton } from '@/components/copyButton'
import { Field } from '@/components/field'
import { KeyValue } from '@/components/keyValue'
import { Notice } from '@/components/notice'
import { ReasonSheet } from '@/components/reasonSheet'
import { Sheet } from '@/components/sheet'
import { showToast } from '@/components/toast'

const NAME_LENGTH = { min: 2, max: 60 }

interface CreateSheetProps {
  placeCode: string
  onClose: () => void
  onChanged: () => Promise<void>
}

/** The key is shown here and never again. */
const SecretSheet = ({ name, secret, onClose }: { name: string; secret: string; onClose: () => void }) => (
  <Sheet title="密钥已建立" isOpen onClose={onClose} actions={<Button onPress={onClose}>我已保存</Button>}>
    <Notice kind="warning" title="密钥只显示这一次">
      请现在复制，交给{name}妥善保存。
    </Notice>
    <KeyValue rows={[{ key: '密钥', value: secret }]} />
    <CopyButton name="密钥" text={secret} />
  </Sheet>
)

const CreateSheet = ({ placeCode, onClose, onChanged }: CreateSheetProps) => {
  const [name, setName] = useState('')
  const [requestId, setRequestId] = useState(newRequestId)
  const [trouble, setTrouble] = useState<string>()
  const [secret, setSecret] = useState<string | null>(null)
  const send = async () => {
    if (name.trim().length < NAME_LENGTH.min) return setTrouble('请填写使用单位，至少 2 个字')
    const answer = await call('open311', 'createKey', { placeCode, name: name.trim() }, { requestId })
    if (!answer.ok) return setTrouble(errorText(answer.error))
    setSecret(answer.value.secret)
    await onChanged()
  }
  if (secret !== null) return <SecretSheet name={name.trim()} secret={secret} onClose={onClose} />
  return (
    <Sheet title="建立密钥" isOpen onClose={onClose} actions={<Button onPress={send}>建立密钥</Button>}>
      <View>每个程序用自己的密钥，这样可以分别停用。</View>
      <Field
        label="使用单位"
        value={name}
        maxLength={NAME_LENGTH.max}
        help="谁的哪个程序，如：某街道智慧社区平台"
        error={trouble}
        onChange={(typed) => {
          setName(typed)
          setRequestId(newRequestId())
          setTrouble(undefined)
        }}
      />
    </Sheet>
  )
}

export type KeyAct = { kind: 'create' } | { kind: 'revoke'; key: ApiKey }

interface KeySheetsProps extends CreateSheetProps {
  act: KeyAct
}

/** What is asked before a key is made or revoked. */
export const KeySheets = ({ act, ...shared }: KeySheetsProps) => {
  const { onClose, onChanged } = shared
  if (act.kind === 'create') return <CreateSheet {...shared} />
  const { keyId, name } = act.key
  return (
    <ReasonSheet
      title={`停用${name}的密钥`}
      explanation="停用后它不能再提交案件，也不能恢复。已经提交的案件照常处理。"
      button="停用"
      kind="danger"
      onClose={onClose}
      onSend={async (reason, requestId) => {
        const answer = await call('open311', 'revokeKey', { keyId, reason }, { requestId })
        if (!answer.ok) return errorText(answer.error)
        showToast('已停用')
        onClose()
        await onChanged()
        return null
      }}
    />
  )
}
