import type { MySession } from '@contract/judging'
import { SHEET_REMARK_MAX } from '@contract/limits'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'
import { scoreWords } from '@/words/judging'
import { clockWords } from '@/words/moments'
import { totalOf } from '../entries'
import type { Scoring } from '../useScoring'
import { ScoreField } from './scoreField'

interface SheetFormProps {
  criteria: MySession['plan']['criteria']
  scoring: Scoring
}

/** The same judge has saved the sheet on another phone, or at a desk. */
const Overtaken = ({ scoring: { sheet, keepOwn, clear } }: Pick<SheetFormProps, 'scoring'>) =>
  sheet ? (
    <Card>
      <Notice kind="warning" title="这份评分刚刚在别处改过">
        你在另一台设备上 {clockWords(sheet.savedAt)} 保存了合计 {scoreWords(totalOf(sheet))}{' '}
        分。请选用哪一份，再保存。
      </Notice>
      <Button kind="secondary" onPress={clear}>
        用已经保存的
      </Button>
      <Button kind="secondary" onPress={keepOwn}>
        用这里填的
      </Button>
    </Card>
  ) : null

const Standing = ({ scoring }: Pick<SheetFormProps, 'scoring'>) => {
  const { standing, sheet, trouble } = scoring
  if (trouble)
    return (
      <Notice kind="error" title="还没有保存">
        {trouble}
      </Notice>
    )
  if (standing === 'overtaken') return <Overtaken scoring={scoring} />
  if (standing === 'saved' && sheet)
    return (
      <Notice kind="success" title={`已保存 ${clockWords(sheet.savedAt)}`}>
        评审结束前可以修改。
      </Notice>
    )
  return null
}

/** Points by criterion, and a remark. */
export const SheetForm = ({ criteria, scoring }: SheetFormProps) => {
  const { draft, stored, standing, isAsked, change } = scoring
  const setScore = (index: number, text: string) =>
    change({ texts: criteria.map((_, place) => (place === index ? text : (draft.texts[place] ?? ''))) })
  return (
    <>
      <Standing scoring={scoring} />
      <Card title="打分">
        {criteria.map(({ name, points }, index) => (
          <ScoreField
            key={name}
            name={name}
            points={points}
            value={draft.texts[index] ?? ''}
            isAsked={isAsked}
            onChange={(text) => setScore(index, text)}
          />
        ))}
        {stored && standing === 'unsaved' ? (
          <View className="scoreField__kept">
            已存在这台手机上 {clockWords(stored.savedAt)}，还没有交到评审，请点“保存评分”。
          </View>
        ) : null}
      </Card>
      <Card>
        <Field
          label="评语（可以不写）"
          value={draft.remark}
          maxLength={SHEET_REMARK_MAX}
          isLong
          onChange={(remark) => change({ remark })}
        />
      </Card>
    </>
  )
}
