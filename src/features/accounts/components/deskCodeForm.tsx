import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'
import { ScanButton } from '@/components/scanButton'
import { readDeskCode } from '../deskCode'

interface DeskCodeFormProps {
  typed: string
  onType: (text: string) => void
  /** What is wrong with the code that was asked for. */
  trouble: string | null
  onCode: (code: string) => Promise<void>
}

/** Room for the code with spaces and hyphens between its groups. */
const TYPED_MAX = 20

const SCANNED_ELSE = '扫到的不是登录二维码。请扫电脑登录页上的二维码。'
const INCOMPLETE = '登录码是 8 位字母和数字，请对照电脑屏幕输入。'

/** Scans the code of a desk, or takes what is typed. */
export const DeskCodeForm = ({ typed, onType, trouble, onCode }: DeskCodeFormProps) => {
  const [problem, setProblem] = useState<string | null>(null)
  const ask = async (text: string, otherwise: string) => {
    const code = readDeskCode(text)
    setProblem(code ? null : otherwise)
    if (code) await onCode(code)
  }
  const wrong = problem ?? trouble
  return (
    <>
      <Card title="登录电脑上的共治">
        <View>在电脑浏览器里打开共治的登录页，屏幕上会显示二维码和登录码。</View>
        <ScanButton
          otherwise="输入登录码"
          onScan={(text) => void ask(text, SCANNED_ELSE)}
          onTrouble={setProblem}
        >
          扫一扫
        </ScanButton>
        <Field
          label="登录码"
          value={typed}
          maxLength={TYPED_MAX}
          placeholder="8 位字母和数字"
          help="二维码下面的 8 位，不分大小写"
          error={wrong ?? undefined}
          onChange={(text) => {
            setProblem(null)
            onType(text)
          }}
        />
        <Button
          kind={process.env.TARO_ENV === 'weapp' ? 'secondary' : 'primary'}
          onPress={() => ask(typed, INCOMPLETE)}
        >
          下一步
        </Button>
      </Card>
      <Notice kind="warning" title="只登录你眼前的电脑">
        别人发来的登录码或二维码，不要扫、不要输入。
      </Notice>
    </>
  )
}
