import Taro from '@tarojs/taro'
import { useMemo, useRef, useState } from 'react'
import { useOutbox } from '@/outbox'
import { draftKey, NEW_DRAFT } from '@/outbox/drafts'
import type { Outbox } from '@/outbox/outbox'
import type { Outgoing } from '@/outbox/outgoing'
import type { DraftPhoto } from '../photos/bringIn'
import { dropPhoto } from '../photos/usePhotoPaths'
import { EMPTY_DRAFT, EMPTY_FORM, formOf, isEmpty, type ReportDraft, type ReportForm } from './reportDraft'

const lastPlaceKey = (key: string): string => key.replace(/^reportDraft\.(.*)\.[^.]*$/, 'reportPlace.$1.last')

/** Where this person reported last; most report near their home. */
const readLastPlace = (key: string): string | null =>
  Taro.getStorageSync<string | ''>(lastPlaceKey(key)) || null

/** What waits in the outbox is taken out of it, to be changed. */
const takenOut = ({ work, photos, title, refusal }: Outgoing): ReportDraft | null =>
  work.method === 'reportProblem'
    ? {
        title,
        form: formOf(work.input),
        photos: photos.map(({ key, kept }) => ({ key, kept, takenAt: work.input.seenAt, position: null })),
        savedAt: Date.now(),
        refusal,
      }
    : null

const write = (key: string, draft: ReportDraft): boolean => {
  try {
    if (isEmpty(draft)) Taro.removeStorageSync(key)
    else Taro.setStorageSync(key, draft)
    return true
  } catch {
    // The phone's storage is full: the person is told to stay.
    return false
  }
}

const openDraft = (key: string, draftId: string, outbox: Outbox): ReportDraft => {
  const kept = Taro.getStorageSync<ReportDraft | ''>(key)
  if (kept) return kept
  const found = draftId === NEW_DRAFT ? null : outbox.take(draftId)
  const draft = found && takenOut(found)
  if (draft) write(key, draft)
  return draft ?? { ...EMPTY_DRAFT, form: { ...EMPTY_FORM, placeCode: readLastPlace(key) } }
}

/** A report as it is written, kept on this device with every key. */
export const useReportDraft = (draftId: string = NEW_DRAFT) => {
  const { outbox } = useOutbox()
  const key = draftKey(draftId)
  const [view, setView] = useState(() => ({ draft: openDraft(key, draftId, outbox), isKept: true }))
  const latest = useRef(view.draft)
  const actions = useMemo(() => {
    const change = (part: Partial<ReportDraft>) => {
      latest.current = { ...latest.current, ...part, savedAt: Date.now() }
      setView({ draft: latest.current, isKept: write(key, latest.current) })
    }
    return {
      change,
      revise: (part: Partial<ReportForm>) => change({ form: { ...latest.current.form, ...part } }),
      read: (): ReportDraft => latest.current,
      addPhoto: (photo: DraftPhoto) => change({ photos: [...latest.current.photos, photo] }),
      removePhoto: (photo: DraftPhoto) => {
        dropPhoto(photo)
        change({ photos: latest.current.photos.filter(({ key: each }) => each !== photo.key) })
      },
      /** It has been handed in: the outbox has words and photos now. */
      clear: () => {
        const { placeCode } = latest.current.form
        if (placeCode) Taro.setStorageSync(lastPlaceKey(key), placeCode)
        Taro.removeStorageSync(key)
        latest.current = { ...EMPTY_DRAFT, form: { ...EMPTY_FORM, placeCode } }
        setView({ draft: latest.current, isKept: true })
      },
      /** What the cloud has not taken. */
      takeBack: (outgoing: Outgoing) => {
        const draft = takenOut(outgoing)
        if (draft) change(draft)
      },
    }
  }, [key])
  return { ...view, ...actions }
}

export type ReportDraftActions = ReturnType<typeof useReportDraft>
