import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'
import { Sheet } from '@/components/sheet'

const CONFIRMATION = '注销账号'
/** Room for a slip of the finger; what must be typed is shorter. */
const TYPED_MAX = 10

const useDeletion = (onDeleted: () => void) => {
  const [typed, setTyped] = useState('')
  const [trouble, setTrouble] = useState<string | null>(null)
  const [requestId] = useState(newRequestId)
  const send = async () => {
    const confirmation = typed.trim()
    if (confirmation !== CONFIRMATION) return setTrouble(`请输入“${CONFIRMATION}”四个字`)
    const answer = await call('accounts', 'deleteAccount', { confirmation }, { requestId })
    if (answer.ok) onDeleted()
    else setTrouble(errorText(answer.error))
  }
  const type = (text: string) => {
    setTrouble(null)
    setTyped(text)
  }
  return { typed, trouble, type, send }
}

const DeletionSheet = ({ onClose, onDeleted }: { onClose: () => void; onDeleted: () => void }) => {
  const { typed, trouble, type, send } = useDeletion(onDeleted)
  return (
    <Sheet
      title="确认注销账号"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="danger" onPress={send}>
            注销账号
          </Button>
          <Button kind="secondary" onPress={onClose}>
            先不注销
          </Button>
        </>
      }
    >
      <View>注销后不能恢复。要留一份的，请先导出我的数据。</View>
      <Field
        label={`请输入“${CONFIRMATION}”四个字`}
        value={typed}
        maxLength={TYPED_MAX}
        error={trouble ?? undefined}
        onChange={type}
      />
    </Sheet>
  )
}

const Consequences = () => (
  <>
    <View>会删除：手机号的加密结果、联系方式、消息、登录过的设备、没有公开和已经撤回的意见。</View>
    <View>会留下：已经投的选票，它没有名字，照样计入；公开的和正在审核的意见，去掉与你的联系。</View>
    <View>投过票的活动，注销后也不能再投一次。以后再用小程序，就是一个新账号的空白记录。</View>
    <View>现在有工作身份的，要先请管理员结束。</View>
  </>
)

interface DeleteAccountProps {
  /** At a desk it is not possible: the session could be somebody else's hand. */
  isAtDesk: boolean
  onDeleted: () => void
}

export const DeleteAccount = ({ isAtDesk, onDeleted }: DeleteAccountProps) => {
  const [isAsking, setAsking] = useState(false)
  return (
    <Card title="注销账号">
      <Consequences />
      {isAtDesk ? (
        <Notice kind="information" title="请在手机上注销">
          在手机微信里打开“共治”小程序，进入“我的数据”。
        </Notice>
      ) : (
        <Button kind="danger" onPress={() => setAsking(true)}>
          注销账号
        </Button>
      )}
      {isAsking ? <DeletionSheet onClose={() => setAsking(false)} onDeleted={onDeleted} /> : null}
    </Card>
  )
}
