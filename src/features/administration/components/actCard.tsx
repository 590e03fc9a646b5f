import { View } from '@tarojs/components'
import { Badge } from '@/components/badge'
import { Card } from '@/components/card'
import { KeyValue } from '@/components/keyValue'
import { pathWords, usePlacePath } from '@/components/placeName/names'
import { Pressable } from '@/components/pressable'
import { momentWords } from '@/words/moments'
import type { Act } from '../acts'
import { subjectWords } from '../changeWords'
import { accountCode } from '../inputWords'
import { Changes } from './audit/changes'
import './actCard.scss'

/** Narrows the trail to what belongs together with this act. */
export interface ActChoice {
  accountId?: string
  subject?: string
}

interface ActCardProps {
  act: Act
  onChoose: (choice: ActChoice) => void
}

/** Who did what, where, when, what came of it and what was changed. */
export const ActCard = ({ act, onChoose }: ActCardProps) => {
  const { subject, accountId } = act
  const place = pathWords(usePlacePath(act.placeCode))
  return (
    <Card title={act.title}>
      <Badge {...act.outcome} />
      {act.trouble ? <View className="actCard__trouble">{act.trouble}</View> : null}
      <KeyValue
        rows={[
          { key: '时间', value: momentWords(act.at) },
          { key: '办理人', value: `${act.name}（账号尾号 ${accountCode(accountId)}）` },
          { key: '地区', value: place },
          ...act.lines,
          { key: '来自', value: act.from },
        ]}
      />
      <Changes changes={act.changes} />
      <View className="actCard__more">
        <Pressable className="actCard__link" onPress={() => onChoose({ accountId })}>
          只看这个人做的
        </Pressable>
        {subject ? (
          <Pressable
            className="actCard__link"
            label={`只看这个对象的，${subjectWords(subject)}`}
            onPress={() => onChoose({ subject })}
          >
            只看这个对象的
          </Pressable>
        ) : null}
      </View>
    </Card>
  )
}
