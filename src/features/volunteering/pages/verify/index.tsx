import type { CertificatePaper } from '@contract/volunteerHours'
import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { codeIn, codeInGroups, standingWords } from '../../certificates/words'
import { PaperCard } from '../../components/certificates/paperCard'

/** Four groups of four with hyphens, and some room for spaces. */
const LONGEST_CODE = 24

const notices = { valid: 'success', changed: 'warning', withdrawn: 'error' } as const

const Found = ({ paper }: { paper: CertificatePaper }) => {
  const { title, line } = standingWords[paper.standing]
  return (
    <>
      <Notice kind={notices[paper.standing]} title={title}>
        {line}
        {paper.standing === 'withdrawn' ? null : '请核对姓名和下面的内容是不是和证明上一样。'}
      </Notice>
      {paper.standing === 'withdrawn' ? null : <PaperCard paper={paper} />}
    </>
  )
}

/** A browser at a desk has no way to scan; its own camera follows the address by itself. */
const Scan =
  process.env.TARO_ENV === 'weapp'
    ? ({ onCode }: { onCode: (code: string) => void }) => (
        <Button
          kind="secondary"
          icon="scan"
          onPress={async () => {
            const scanned = await Taro.scanCode({ onlyFromCamera: false }).catch(() => null)
            if (scanned) onCode(codeIn(scanned.result))
          }}
        >
          扫证明上的二维码
        </Button>
      )
    : () => null

/** For anyone who holds a certificate: whether it is one, and whether what it says still holds. */
export default function VerifyPage() {
  const { checkCode: given } = useRouter().params
  const [code, setCode] = useState(() => codeInGroups(codeIn(given ?? '')))
  const [error, setError] = useState<string>()
  const [paper, setPaper] = useState<CertificatePaper | null>(null)
  const change = (value: string) => {
    setCode(value)
    setError(undefined)
    setPaper(null)
  }
  const verify = async (checkCode: string) => {
    const answer = await call('volunteerHours', 'verifyCertificate', { checkCode })
    if (answer.ok) setPaper(answer.value)
    else setError(errorText(answer.error))
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: an address that names a paper shows it at once
  useEffect(() => {
    if (given) void verify(given)
  }, [given])
  return (
    <Page
      title="核验证明"
      footer={
        <Button icon="search" disabled={code.trim() === ''} onPress={() => verify(code)}>
          核验
        </Button>
      }
    >
      <Card>
        <View>拿到志愿服务记录证明的人都可以核验。这里显示的内容和证明上一样，不会更多。</View>
        <Field
          label="校验码"
          value={code}
          maxLength={LONGEST_CODE}
          placeholder="例如 7K2M-Q9XA-33TD-VB8C"
          help="证明上的 16 位字母和数字，大小写都可以"
          error={error}
          onChange={change}
        />
        <Scan
          onCode={(scanned) => {
            change(codeInGroups(scanned))
            void verify(scanned)
          }}
        />
      </Card>
      {paper ? <Found paper={paper} /> : null}
    </Page>
  )
}
