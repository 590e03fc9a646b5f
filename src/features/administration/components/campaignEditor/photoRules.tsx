import { PHOTO_KINDS, type PhotoRule } from '@contract/campaigns'
import { Card } from '@/components/card'
import { photoKindWords } from '@/words/campaigns'
import { replacedAt } from '../../planEdits'
import type { NominationProps } from './form'
import { Chips, Fields, NumberField, Spot } from './parts'

const numbers = [
  { key: 'min', label: '最少张数' },
  { key: 'max', label: '最多张数' },
  { key: 'shortSide', label: '短边像素' },
  { key: 'longSide', label: '长边像素' },
] as const

/** 照片要求: kinds, how many of each, how large. */
export const PhotoRules = ({ editor: { problemAt }, nomination, onChange }: NominationProps) => {
  const { photos } = nomination
  const revise = (part: Partial<PhotoRule>) => onChange({ photos: { ...photos, ...part } })
  return (
    <Card title="照片">
      <Spot path="nomination.photos.kinds">
        <Chips
          label="照片类型"
          options={PHOTO_KINDS.map((value) => ({ value, text: photoKindWords[value] }))}
          chosen={photos.kinds.map(({ kind }) => kind)}
          error={problemAt('nomination.photos.kinds')}
          onChange={(chosen) =>
            revise({
              kinds: chosen.map((kind) => photos.kinds.find((one) => one.kind === kind) ?? { kind, min: 0 }),
            })
          }
        />
      </Spot>
      <Fields>
        {photos.kinds.map(({ kind, min }, index) => (
          <Spot key={kind} path={`nomination.photos.kinds.${index}.min`}>
            <NumberField
              label={`${photoKindWords[kind]}至少几张`}
              value={min}
              error={problemAt(`nomination.photos.kinds.${index}.min`)}
              onChange={(next) => revise({ kinds: replacedAt(photos.kinds, index, { min: next }) })}
            />
          </Spot>
        ))}
      </Fields>
      <Fields>
        {numbers.map(({ key, label }) => (
          <Spot key={key} path={`nomination.photos.${key}`}>
            <NumberField
              label={label}
              value={photos[key]}
              error={problemAt(`nomination.photos.${key}`)}
              onChange={(next) => revise({ [key]: next })}
            />
          </Spot>
        ))}
      </Fields>
    </Card>
  )
}
