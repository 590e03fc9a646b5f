import type { Draw, SessionEntry } from '@contract/judging'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { CopyButton } from '@/components/copyButton'
import { KeyValue } from '@/components/keyValue'
import { Notice } from '@/components/notice'
import { inOrder } from '@/words/judging'
import { momentWords } from '@/words/moments'
import { checkDraw, lotText } from '../drawCheck'

const EXPLANATION =
  '抽签前，程序先定好一串随机字符（种子），只公布它的指纹（承诺）。抽签时公布种子。种子改动一个字，指纹就对不上，所以谁都不能事后换顺序。'

const BY_HAND =
  '也可以自己算，用任何能算 SHA-256 的工具：种子的结果应当等于承诺；把“种子:编号”逐个算出来，从小到大排，就是演讲顺序。'

interface DrawCardProps {
  draw: Draw
  entries: SessionEntry[]
}

const Outcome = ({ draw, entries }: DrawCardProps) => {
  const check = checkDraw(draw, entries)
  if (!check) return null
  const { isSeedRight, isOrderRight } = check
  if (isSeedRight && isOrderRight)
    return (
      <Notice kind="success" title="核对一致">
        公布的种子就是抽签前承诺的那个，演讲顺序也和它算出来的一样。这是你的手机自己算的。
      </Notice>
    )
  return (
    <Notice kind="error" title="核对不一致">
      {isSeedRight ? '' : '公布的种子和抽签前的承诺对不上。'}
      {isOrderRight ? '' : '演讲顺序和种子算出来的不一样。'}
      请向主办单位反映。
    </Notice>
  )
}

/** How to do it without this program. */
const ByHand = ({ draw: { seed }, entries }: DrawCardProps) => (
  <>
    <View>{BY_HAND}</View>
    <CopyButton
      name="核对用的文字"
      text={[seed ?? '', ...inOrder(entries).map((entry) => lotText(seed ?? '', entry))].join('\n')}
    />
  </>
)

const Revealed = (props: DrawCardProps) => {
  const [isChecked, setChecked] = useState(false)
  return (
    <>
      {isChecked ? <Outcome {...props} /> : null}
      <Button kind="secondary" icon="shield" onPress={() => setChecked(true)}>
        在这台手机上核对
      </Button>
      <ByHand {...props} />
    </>
  )
}

/** The drawing of lots, in words that need no mathematics, and its check. */
export const DrawCard = (props: DrawCardProps) => {
  const { commitment, committedAt, seed, drawnAt } = props.draw
  return (
    <Card title="演讲顺序怎样抽签">
      <View>{EXPLANATION}</View>
      <KeyValue
        rows={[
          { key: '承诺', value: commitment },
          { key: '承诺公布', value: momentWords(committedAt) },
          { key: '种子', value: seed ?? '抽签时公布' },
          ...(drawnAt === null ? [] : [{ key: '种子公布', value: momentWords(drawnAt) }]),
        ]}
      />
      {seed === null ? null : <Revealed {...props} />}
    </Card>
  )
}
