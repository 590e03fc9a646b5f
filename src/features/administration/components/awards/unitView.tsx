import type { AwardUnit, ConditionCheck, UnitCondition } from '@contract/awards'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Notice } from '@/components/notice'
import { PlaceName } from '@/components/placeName'
import { Thumbnails } from '@/components/thumbnails'
import { momentWords } from '@/words/moments'
import { checkStateWords, conditionWords, sourceWords, unitStateWords } from '../../awardWords'
import { AskedStep, troubleOf } from '../askedStep'
import { CheckForm } from './checkForm'
import './unitView.scss'

interface UnitViewProps {
  campaignId: string
  unit: AwardUnit
  /** With the unit as it is now. */
  onChanged: (unit: AwardUnit) => Promise<void>
  /** Looks anew: somebody else may have changed it. */
  refresh: () => Promise<void>
}

const SeenBy = ({ check: { source, checkedAt } }: { check: ConditionCheck }) =>
  source ? (
    <View className="awardCheck__source">
      {sourceWords[source]}
      {checkedAt ? `，${momentWords(checkedAt)}` : ''}
    </View>
  ) : null

interface CheckCardProps extends UnitViewProps {
  check: ConditionCheck
  isOpen: boolean
  onOpen: (condition: UnitCondition | null) => void
}

const CheckCard = ({ campaignId, unit, check, isOpen, onOpen, onChanged, refresh }: CheckCardProps) => {
  const done = async (changed: AwardUnit) => {
    onOpen(null)
    await onChanged(changed)
  }
  const mayCheck = !check.isFixed && unit.state !== 'awarded'
  return (
    <Card title={conditionWords[check.condition]}>
      <Badge {...checkStateWords[check.state]} />
      <View className="words-break">{check.note}</View>
      <SeenBy check={check} />
      <Thumbnails
        urls={check.evidence.map(({ url }) => url)}
        name={`${conditionWords[check.condition]}的证明材料`}
      />
      {isOpen ? (
        <CheckForm
          campaignId={campaignId}
          unit={unit}
          check={check}
          onDone={done}
          onRefused={refresh}
          onLeave={() => onOpen(null)}
        />
      ) : null}
      {mayCheck && !isOpen ? (
        <Button kind="secondary" icon="edit" onPress={() => onOpen(check.condition)}>
          {check.source === null ? '核对' : '重新核对'}
        </Button>
      ) : null}
    </Card>
  )
}

const Award = ({ campaignId, unit: { unitId, name, version }, onChanged, refresh }: UnitViewProps) => {
  const award = async (requestId: string) => {
    const answer = await call('awards', 'awardUnit', { campaignId, unitId, version }, { requestId })
    if (answer.ok) await onChanged(answer.value.unit)
    return troubleOf(answer)
  }
  return (
    <AskedStep
      button="评定优秀组织奖"
      title={`评定${name}`}
      explanation="评定后会出现在成果展示中，条件不能再改，评定也不能撤回。"
      run={award}
      onDone={refresh}
    />
  )
}

/** One unit with its four conditions, and the award once nothing is missing. */
export const UnitView = (props: UnitViewProps) => {
  const { unit } = props
  const [opened, setOpened] = useState<UnitCondition | null>(null)
  return (
    <>
      <Card title={unit.name}>
        <Badge {...unitStateWords[unit.state]} />
        <View>
          <PlaceName code={unit.placeCode} />
        </View>
      </Card>
      {unit.state === 'ready' ? (
        <Notice kind="success" title="四项条件都已达到">
          可以评定优秀组织奖。
        </Notice>
      ) : null}
      {unit.checks.map((check) => (
        <CheckCard
          key={check.condition}
          {...props}
          check={check}
          isOpen={opened === check.condition}
          onOpen={setOpened}
        />
      ))}
      {unit.state === 'ready' ? <Award {...props} /> : null}
    </>
  )
}
