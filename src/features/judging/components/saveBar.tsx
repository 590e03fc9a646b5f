import type { MySession } from '@contract/judging'
import { View } from '@tarojs/components'
import { accessible } from '@/components/accessible'
import { Button } from '@/components/button'
import { goBack } from '@/routes'
import { scoreWords } from '@/words/judging'
import { totalSoFar } from '../scores'
import type { Scoring } from '../useScoring'
import './saveBar.scss'

const MOST = 100

interface SaveBarProps {
  criteria: MySession['plan']['criteria']
  scoring: Scoring
}

/** The total as it grows, always in sight, and the one button. */
export const SaveBar = ({ criteria, scoring: { draft, standing, save } }: SaveBarProps) => {
  const { total, missing } = totalSoFar(draft.texts, criteria)
  const full = standing === 'saved' ? '已保存' : `满分 ${MOST} 分`
  return (
    <>
      <View className="saveBar" {...accessible({ role: 'status' })}>
        <View className="saveBar__total">合计 {scoreWords(total)} 分</View>
        <View className="saveBar__note">{missing > 0 ? `还有 ${missing} 项没填好` : full}</View>
      </View>
      {standing === 'saved' ? (
        <Button kind="secondary" icon="back" onPress={goBack}>
          返回评审
        </Button>
      ) : (
        <Button disabled={standing === 'overtaken'} onPress={save}>
          保存评分
        </Button>
      )}
    </>
  )
}
