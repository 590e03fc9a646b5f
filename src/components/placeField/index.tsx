import type { NamedPlace, PlaceLevel } from '@contract/places'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { accessible } from '@/components/accessible'
import { Icon } from '@/components/icon'
import { pathWords, usePlacePath } from '@/components/placeName/names'
import { PlacePicker } from '@/components/placePicker'
import { Pressable } from '@/components/pressable'
import './index.scss'

interface PlaceFieldProps {
  label: string
  value: string | null
  depth?: PlaceLevel
  from?: PlaceLevel
  within?: string | null
  help?: string
  /** What is wrong and what to do; shown at the field instead of the help. */
  error?: string
  onChange: (place: NamedPlace) => void
}

/** A form's field for a place: shows what is chosen, opens the picker. */
export const PlaceField = ({ label, value, help, error, onChange, ...choice }: PlaceFieldProps) => {
  const [isOpen, setOpen] = useState(false)
  const words = pathWords(usePlacePath(value)) || '请选择'
  const said = `${label}，${words}`
  return (
    <View className={`placeField ${error ? 'placeField--wrong' : ''}`}>
      <View className="placeField__label">{label}</View>
      <Pressable
        className="placeField__box"
        label={error ? `${said}，${error}` : said}
        onPress={() => setOpen(true)}
      >
        <Icon name="place" size="small" />
        <View className={`placeField__words ${value === null ? 'placeField__words--none' : ''}`}>
          {words}
        </View>
        <Icon name="forward" size="small" />
      </Pressable>
      {error ? (
        <View className="placeField__error" {...accessible({ role: 'alert' })}>
          {error}
        </View>
      ) : null}
      {help && !error ? <View className="placeField__help">{help}</View> : null}
      <PlacePicker
        title={`选择${label}`}
        isOpen={isOpen}
        value={value}
        {...choice}
        onChoose={onChange}
        onClose={() => setOpen(false)}
      />
    </View>
  )
}
