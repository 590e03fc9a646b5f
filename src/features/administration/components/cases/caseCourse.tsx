import type { StaffCase } from '@contract/cases/cases'
import { View } from '@tarojs/components'
import { Badge } from '@/components/badge'
import { Card } from '@/components/card'
import { Thumbnails } from '@/components/thumbnails'
import { momentWords } from '@/words/moments'
import { byWords, staffStepWords } from '../../caseWords'

type StaffStep = StaffCase['steps'][number]

const Entry = ({ step }: { step: StaffStep }) => (
  <View className="caseCourse__entry">
    <View className="caseCourse__head">
      <View className="caseCourse__act">{staffStepWords(step)}</View>
      {step.isInternal ? <Badge tone="plain" icon="lock" text="内部" /> : null}
    </View>
    {step.words ? <View className="words-break">{step.words}</View> : null}
    <Thumbnails urls={step.photos.map(({ listUrl }) => listUrl)} name={staffStepWords(step)} />
    <View className="caseCourse__time">
      {momentWords(step.at)} · {byWords(step)}
    </View>
  </View>
)

/** Who did what and when, the newest first; what citizens do not see is marked. */
export const CaseCourse = ({ shown }: { shown: StaffCase }) => (
  <Card title="经过">
    <View className="caseCourse">
      {[...shown.steps].reverse().map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps are appended and never change places
        <Entry key={shown.steps.length - index} step={step} />
      ))}
    </View>
  </Card>
)
