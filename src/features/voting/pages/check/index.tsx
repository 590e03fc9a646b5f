import type { Receipt } from '@contract/voting'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { momentWords } from '@/words/moments'
import { receiptWords } from '../../receiptWords'

/** Four groups of four with hyphens, and some room for spaces. */
const LONGEST_CODE = 24

const Found = ({ receipt }: { receipt: Receipt }) => {
  const { tone, text, line } = receiptWords[receipt.state]
  return (
    <Notice kind={tone === 'information' ? 'information' : 'success'} title={`这张选票${text}`}>
      {receipt.campaignName}，{momentWords(receipt.castAt)} 投出。{line}
      {receipt.reason ? `理由：${receipt.reason}` : null}
    </Notice>
  )
}

export default function CheckPage() {
  const [code, setCode] = useState('')
  const [error, setError] = useState<string | undefined>()
  const [receipt, setReceipt] = useState<Receipt | null>(null)
  const change = (value: string) => {
    setCode(value)
    setError(undefined)
    setReceipt(null)
  }
  const check = async () => {
    const answer = await call('voting', 'checkReceipt', { trackingCode: code })
    if (answer.ok) setReceipt(answer.value)
    else setError(errorText(answer.error))
  }
  return (
    <Page
      title="查验凭证"
      footer={
        <Button icon="search" disabled={code.trim() === ''} onPress={check}>
          查验
        </Button>
      }
    >
      <Card>
        <View>有凭证号的人都可以查：选票在不在、有没有计入票数。查不到投给了谁，也查不到是谁投的。</View>
        <Field
          label="凭证号"
          value={code}
          maxLength={LONGEST_CODE}
          placeholder="例如 7K2M-Q9XA-33TD-VB8C"
          help="16 位字母和数字，大小写都可以"
          error={error}
          onChange={change}
        />
      </Card>
      {receipt ? <Found receipt={receipt} /> : null}
    </Page>
  )
}
