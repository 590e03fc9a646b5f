import { type CampaignKind, countedLength, FORM_FIELDS, type FormField } from '@contract/campaigns'
import type { FormPart, Nomination, NominationPhoto } from '@contract/nominations'
import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { KeyValue } from '@/components/keyValue'
import { pathWords, usePlacePath } from '@/components/placeName/names'
import { Pressable } from '@/components/pressable'
import { photoKindWords } from '@/words/campaigns'
import { fieldUnits, formPartWords, monthWords } from '@/words/nominations'
import { numberWords } from '@/words/numbers'
import './index.scss'

type Filled = Pick<Nomination, 'name' | 'placeCode' | 'summary' | 'values' | 'photos'>

interface FilledFormProps {
  nomination: Filled
  kind: CampaignKind
  fields: FormField[]
  /** What is said of values that are kept sealed and not given here. */
  sealedWords?: string
  /** What a reviewer said of parts. */
  reasons?: Partial<Record<FormPart, string>>
}

const EMPTY = '没有填'

const shortValue = ({ key }: FormField, value: string | number | undefined): string => {
  if (value === undefined || value === '') return EMPTY
  if (FORM_FIELDS[key].input === 'month') return monthWords(String(value))
  return typeof value === 'number' ? `${numberWords(value)} ${fieldUnits[key] ?? ''}`.trim() : value
}

const isSealed = ({ key }: FormField): boolean => ['person', 'phone'].includes(FORM_FIELDS[key].input)
const isLong = ({ key }: FormField): boolean => FORM_FIELDS[key].input === 'longText'

const Reason = ({ words }: { words: string | undefined }) =>
  words ? (
    <View className="filledForm__reason">
      <Icon name="warning" size="small" />
      <View>要修改：{words}</View>
    </View>
  ) : null

/** A text of many lines, with how long it is. */
const LongText = ({ label, text, reason }: { label: string; text: string; reason: string | undefined }) => (
  <View className="filledForm__long">
    <View className="filledForm__label">
      {label}
      {text ? `（${numberWords(countedLength(text))} 字）` : ''}
    </View>
    <Reason words={reason} />
    <View className="filledForm__text words-break">{text || EMPTY}</View>
  </View>
)

/** In a browser the picture inside would be read as well; the name around it is enough. */
const unnamed = process.env.TARO_ENV === 'weapp' ? {} : { nativeProps: { 'aria-hidden': 'true' } }

/** Whole, with what they show; a tap makes one large. */
const Photos = ({ photos }: { photos: NominationPhoto[] }) => {
  const urls = photos.map(({ pageUrl }) => pageUrl)
  return (
    <View className="filledForm__photos">
      {photos.map(({ photoId, kind, description, pageUrl, width, height }) => (
        <View key={photoId} className="filledForm__photo">
          <Pressable
            label={`放大${photoKindWords[kind]}：${description}`}
            onPress={() => Taro.previewImage({ current: pageUrl, urls })}
          >
            <Image className="filledForm__picture" src={pageUrl} mode="widthFix" lazyLoad {...unnamed} />
          </Pressable>
          <View>
            {photoKindWords[kind]}：{description}
          </View>
          <View className="filledForm__size">
            {width}×{height}
          </View>
        </View>
      ))}
    </View>
  )
}

/** A nomination form as it was filled in, to read. */
export const FilledForm = ({ nomination, kind, fields, sealedWords, reasons = {} }: FilledFormProps) => {
  const { name, placeCode, summary, values, photos } = nomination
  const place = pathWords(usePlacePath(placeCode || null))
  const nameOf = (part: FormPart) => formPartWords(part, { kind, fields })
  const short = fields.filter((field) => !isLong(field))
  const shortParts: FormPart[] = ['name', 'place', 'summary', ...short.map(({ key }) => key)]
  return (
    <>
      <Card title="推荐表">
        <KeyValue
          rows={[
            { key: nameOf('name'), value: name || EMPTY },
            { key: nameOf('place'), value: place || EMPTY },
            { key: nameOf('summary'), value: summary || EMPTY },
            ...short.map((field) => ({
              key: nameOf(field.key),
              value: isSealed(field) && sealedWords ? sealedWords : shortValue(field, values[field.key]),
            })),
          ]}
        />
        {shortParts.map((part) => {
          const reason = reasons[part]
          return reason ? <Reason key={part} words={`${nameOf(part)}——${reason}`} /> : null
        })}
        {fields.filter(isLong).map(({ key }) => (
          <LongText key={key} label={nameOf(key)} text={String(values[key] ?? '')} reason={reasons[key]} />
        ))}
      </Card>
      <Card title={`照片（${photos.length} 张）`}>
        <Reason words={reasons.photos} />
        <Photos photos={photos} />
      </Card>
    </>
  )
}
