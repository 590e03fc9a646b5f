import { Input, View } from '@tarojs/components'
import { accessible } from '@/components/accessible'
import { Icon } from '@/components/icon'
import { Pressable } from '@/components/pressable'
import { plainNumber, readScore, STEP, stepped } from '../scores'
import './scoreField.scss'

/** A browser takes an input's name from the label around it; WeChat takes it from the input itself. */
const Labelled = process.env.TARO_ENV === 'weapp' ? View : 'label'

/** WeChat's own keypad with a point; a browser's number field would lose a point that is being typed. */
const keypad =
  process.env.TARO_ENV === 'weapp'
    ? ({ type: 'digit' } as const)
    : ({ type: 'text', nativeProps: { inputMode: 'decimal' } } as const)

/** `100.00`, and one more so that what is too much is told rather than cut. */
const MOST_CHARACTERS = 7

interface ScoreFieldProps {
  name: string
  /** The most points of this criterion. */
  points: number
  /** As typed. */
  value: string
  /** Whether an empty field is a mistake already. */
  isAsked: boolean
  onChange: (value: string) => void
}

interface StepProps extends Pick<ScoreFieldProps, 'name' | 'points' | 'value' | 'onChange'> {
  direction: 'up' | 'down'
}

const Step = ({ name, points, value, direction, onChange }: StepProps) => (
  <Pressable
    className="scoreField__step"
    mayRepeat
    label={direction === 'up' ? `${name}加 1 分` : `${name}减 1 分`}
    onPress={() => onChange(stepped(value, points, direction === 'up' ? STEP : -STEP))}
  >
    <Icon name={direction === 'up' ? 'add' : 'subtract'} />
  </Pressable>
)

/** Points for one criterion: typed to the hundredth, or stepped by whole points from the most downwards. */
export const ScoreField = (props: ScoreFieldProps) => {
  const { name, points, value, isAsked, onChange } = props
  const read = readScore(value, points)
  const trouble = 'trouble' in read && (value !== '' || isAsked) ? read.trouble : null
  return (
    <View className={`scoreField ${trouble ? 'scoreField--wrong' : ''}`}>
      <View className="scoreField__head">
        <View className="scoreField__name">{name}</View>
        <View className="scoreField__points">满分 {points} 分</View>
      </View>
      <View className="scoreField__control">
        <Step {...props} direction="down" />
        <Labelled className="scoreField__label">
          <View className="unseen">{name}</View>
          <Input
            className="scoreField__input"
            {...keypad}
            value={value}
            maxlength={MOST_CHARACTERS}
            placeholder="未填"
            placeholderClass="scoreField__placeholder"
            onInput={(event) => onChange(plainNumber(event.detail.value))}
            {...accessible({ label: trouble ? `${name}，${trouble}` : name })}
          />
        </Labelled>
        <Step {...props} direction="up" />
      </View>
      {trouble ? (
        <View className="scoreField__error" {...accessible({ role: 'alert' })}>
          <Icon name="failure" size="small" />
          <View>{trouble}</View>
        </View>
      ) : null}
    </View>
  )
}
