import { type CaseCourse, type OwnCase, RATING_REASONS, type RatingReason } from '@contract/cases/cases'
import { CASE_PHOTOS, CASE_WORDS_LENGTH } from '@contract/limits'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Chip } from '@/components/chip'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'
import { Stars } from '@/components/stars'
import { momentWords } from '@/words/moments'
import type { DraftPhoto } from '../photos/bringIn'
import { dropPhoto } from '../photos/usePhotoPaths'
import { consequence, isDissatisfied, reasonsFor } from '../ratingWords'
import { useKept } from '../useKept'
import { useQueuing } from '../useQueuing'
import { keptRating } from '../useTakenBack'
import { PhotoStrip, usePicking } from './photoStrip'
import './ratingCard.scss'

interface RatingDraft {
  stars: number
  reasons: RatingReason[]
  words: string
  photos: DraftPhoto[]
}

const EMPTY: RatingDraft = { stars: 0, reasons: [], words: '', photos: [] }

const problemOf = ({ stars, reasons, words }: RatingDraft): string | null => {
  if (stars === 0) return '请先点星星'
  const isReasonNeeded = isDissatisfied(stars) && reasons.length === 0
  return isReasonNeeded && words.trim().length < CASE_WORDS_LENGTH.min
    ? '请选一个不满意的原因，或者写一句话'
    : null
}

const useRating = ({ caseId, categoryName }: CaseCourse) => {
  const { value, revise, clear } = useKept<RatingDraft>(keptRating(caseId), EMPTY)
  const [hasTried, setTried] = useState(false)
  const { queue } = useQueuing()
  const problem = problemOf(value)
  const send = () => {
    setTried(true)
    if (problem) return
    const { stars, reasons, words, photos } = value
    const input = { caseId, stars, reasons, words: words.trim() }
    queue({ method: 'rateCase', input }, `评价 · ${categoryName}`, photos)
    clear()
    // What comes of it is said on top.
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }
  return { value, revise, send, trouble: hasTried ? problem : null }
}

type Rating = ReturnType<typeof useRating>

const Reasons = ({ value, revise }: Pick<Rating, 'value' | 'revise'>) => (
  <View className="ratingCard__reasons">
    {reasonsFor(value.stars).map((reason) => {
      const isChosen = value.reasons.includes(reason)
      const others = value.reasons.filter((each) => each !== reason)
      return (
        <Chip
          key={reason}
          text={RATING_REASONS[reason]}
          isChosen={isChosen}
          onPress={() => revise({ reasons: isChosen ? others : [...others, reason] })}
        />
      )
    })}
  </View>
)

const Details = ({ value, revise }: Pick<Rating, 'value' | 'revise'>) => {
  const { preparing, pick } = usePicking({
    room: CASE_PHOTOS - value.photos.length,
    onAdd: (photo) => revise((before) => ({ photos: [...before.photos, photo] })),
  })
  return (
    <>
      <Field
        label="想说的话（选填）"
        value={value.words}
        maxLength={CASE_WORDS_LENGTH.max}
        isLong
        onChange={(words) => revise({ words })}
      />
      <PhotoStrip
        photos={value.photos}
        limit={CASE_PHOTOS}
        preparing={preparing}
        invitation="加一张现在的照片（选填）"
        onPick={pick}
        onDrop={(photo) => {
          dropPhoto(photo)
          revise((before) => ({ photos: before.photos.filter(({ key }) => key !== photo.key) }))
        }}
      />
    </>
  )
}

interface RatingCardProps {
  course: CaseCourse
  own: OwnCase
}

/** 评价: one tap each, and what it leads to is told before it is sent. */
export const RatingCard = ({ course, own }: RatingCardProps) => {
  const { value, revise, send, trouble } = useRating(course)
  const next = consequence(value.stars, own.onDissatisfied)
  const choose = (stars: number) =>
    revise({ stars, reasons: value.reasons.filter((reason) => reasonsFor(stars).includes(reason)) })
  return (
    <Card title="处理得怎么样">
      <Stars value={value.stars} onChange={choose} />
      {value.stars > 0 ? (
        <>
          <Reasons value={value} revise={revise} />
          <Details value={value} revise={revise} />
        </>
      ) : null}
      {next ? <Notice kind="information" title={next} /> : null}
      {trouble ? <Notice kind="error" title={trouble} /> : null}
      <Button icon="star" onPress={send}>
        提交评价
      </Button>
      {own.ratingEndsAt === null ? null : (
        <View className="ratingCard__until">{momentWords(own.ratingEndsAt)} 前都可以评价</View>
      )}
    </Card>
  )
}
