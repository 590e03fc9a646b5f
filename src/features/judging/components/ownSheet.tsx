import type { MySession } from '@contract/judging'
import { Card } from '@/components/card'
import { EmptyState } from '@/components/emptyState'
import { KeyValue } from '@/components/keyValue'
import { Notice } from '@/components/notice'
import { scoreWords } from '@/words/judging'
import { momentWords } from '@/words/moments'
import { totalOf } from '../entries'
import type { Scoring } from '../useScoring'

interface OwnSheetProps {
  criteria: MySession['plan']['criteria']
  scoring: Scoring
}

/** After the close: what this judge has given, and what never arrived. */
export const OwnSheet = ({ criteria, scoring: { sheet, standing } }: OwnSheetProps) => (
  <>
    {standing === 'unsaved' || standing === 'overtaken' ? (
      <Notice kind="warning" title="有分数没有保存">
        这台手机上填过的分数在评审结束前没有保存，没有计入。
      </Notice>
    ) : null}
    {sheet ? (
      <Card title={`你的评分 ${scoreWords(totalOf(sheet))} 分`}>
        <KeyValue
          rows={[
            ...criteria.map(({ name, points }, index) => ({
              key: `${name}（满分 ${points}）`,
              value: `${scoreWords(sheet.scores[index] ?? 0)} 分`,
            })),
            ...(sheet.remark ? [{ key: '评语', value: sheet.remark }] : []),
            { key: '保存时间', value: momentWords(sheet.savedAt) },
          ]}
        />
      </Card>
    ) : (
      <EmptyState icon="edit" reason="你没有给这个对象打分，评审已经结束" />
    )}
  </>
)
