import type { CaseStep } from '@contract/cases/cases'
import { View } from '@tarojs/components'
import { Icon } from '@/components/icon'
import { Thumbnails } from '@/components/thumbnails'
import { dueWords, stepWords } from '@/words/cases'
import { momentWords } from '@/words/moments'
import './course.scss'

const MOVING: CaseStep['act'][] = [
  'report',
  'file',
  'extend',
  'resume',
  'reject',
  'dissatisfy',
  'reopen',
  'recategorise',
]

const Step = ({ step, isLatest }: { step: CaseStep; isLatest: boolean }) => (
  <View className={`course__step ${isLatest ? 'course__step--latest' : ''}`}>
    <Icon name={isLatest ? 'dot' : 'success'} size="small" />
    <View className="course__words">
      <View className="course__name">{stepWords(step.act, step)}</View>
      <View className="course__time">{momentWords(step.at)}</View>
      {step.words === '' ? null : <View className="course__said">{step.words}</View>}
      {step.dueAt !== null && MOVING.includes(step.act) ? (
        <View className="course__time">{dueWords(step.dueAt)}</View>
      ) : null}
      <Thumbnails urls={step.photos.map(({ pageUrl }) => pageUrl)} name={stepWords(step.act, step)} />
    </View>
  </View>
)

/** What has happened, the latest first. */
export const Course = ({ steps }: { steps: CaseStep[] }) => (
  <View className="course">
    {[...steps].reverse().map((step) => (
      <Step key={`${step.at}/${step.act}/${step.state}`} step={step} isLatest={step === steps.at(-1)} />
    ))}
  </View>
)
