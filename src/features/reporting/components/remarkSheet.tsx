import type { CaseCourse } from '@contract/cases/cases'
import { CASE_PHOTOS, CASE_WORDS_LENGTH } from '@contract/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'
import type { DraftPhoto } from '../photos/bringIn'
import { dropPhoto } from '../photos/usePhotoPaths'
import { useKept } from '../useKept'
import { useQueuing } from '../useQueuing'
import { keptRemark } from '../useTakenBack'
import { PhotoStrip, usePicking } from './photoStrip'

interface RemarkDraft {
  words: string
  photos: DraftPhoto[]
}

const EMPTY: RemarkDraft = { words: '', photos: [] }

interface RemarkSheetProps {
  course: CaseCourse
  onClose: () => void
}

/** 补充说明: goes to whoever has the case. */
export const RemarkSheet = ({ course: { caseId, categoryName }, onClose }: RemarkSheetProps) => {
  const { value, revise, clear } = useKept<RemarkDraft>(keptRemark(caseId), EMPTY)
  const [trouble, setTrouble] = useState<string>()
  const { queue } = useQueuing()
  const { preparing, pick } = usePicking({
    room: CASE_PHOTOS - value.photos.length,
    onAdd: (photo) => revise((before) => ({ photos: [...before.photos, photo] })),
  })
  const send = () => {
    const words = value.words.trim()
    if (words.length < CASE_WORDS_LENGTH.min)
      return setTrouble(`请写补充说明，至少 ${CASE_WORDS_LENGTH.min} 个字`)
    queue({ method: 'addRemark', input: { caseId, words } }, `补充说明 · ${categoryName}`, value.photos)
    clear()
    onClose()
  }
  return (
    <Sheet title="补充说明" isOpen onClose={onClose} actions={<Button onPress={send}>提交补充</Button>}>
      <View>会给正在处理的人看。</View>
      <Field
        label="补充什么"
        value={value.words}
        maxLength={CASE_WORDS_LENGTH.max}
        isLong
        error={trouble}
        onChange={(words) => {
          setTrouble(undefined)
          revise({ words })
        }}
      />
      <PhotoStrip
        photos={value.photos}
        limit={CASE_PHOTOS}
        preparing={preparing}
        invitation="加照片（选填）"
        onPick={pick}
        onDrop={(photo) => {
          dropPhoto(photo)
          revise((before) => ({ photos: before.photos.filter(({ key }) => key !== photo.key) }))
        }}
      />
    </Sheet>
  )
}
