import { View } from '@tarojs/components'
import { PlaceField } from '@/components/placeField'
import { levelOf } from '@/components/placeName/codes'
import { Act } from '../campaignEditor/parts'

interface PlacesFieldProps {
  within: string
  codes: string[]
  nameOf: (code: string) => string
  error: string | undefined
  onChange: (codes: string[]) => void
}

/** Several places of one; none: all of it. */
export const PlacesField = ({ within, codes, nameOf, error, onChange }: PlacesFieldProps) => (
  <>
    {codes.map((code) => (
      <View key={code} className="rulePlace">
        <View className="rulePlace__name words-break">{nameOf(code)}</View>
        <Act
          icon="remove"
          words="去掉"
          label={nameOf(code)}
          onPress={() => onChange(codes.filter((each) => each !== code))}
        />
      </View>
    ))}
    <PlaceField
      label={codes.length === 0 ? '地区' : '再加一个地区'}
      value={null}
      within={within}
      from={levelOf(within)}
      depth="grid"
      help={codes.length === 0 ? '不选，就是整个地区' : undefined}
      error={error}
      onChange={({ code }) => onChange([...new Set([...codes, code])])}
    />
  </>
)
