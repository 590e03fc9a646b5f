import type { Series } from '@contract/volunteering/activities'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import type { PickedPhoto } from '@/components/photoPicker'
import { showToast } from '@/components/toast'
import { goBack, replaceBy, routes } from '@/routes'
import { dayOf } from '@/words/activities'
import type { Problems } from './detailsDraft'
import { planOf, problemsOfFields, type SeriesDraft, seriesProblems } from './seriesDraft'
import { type KeptDraft, useKeptDraft } from './useKeptDraft'

/** What is written: a new series of an organisation, or one that is there. */
export type EditorTarget = { organisationId: string; series: null } | { series: Series }

const send = (target: EditorTarget, draft: SeriesDraft, photos: PickedPhoto[] | null, requestId: string) => {
  const plan = planOf(draft)
  const files = photos?.map(({ fileId }) => fileId)
  if (target.series === null) {
    const { organisationId } = target
    return call('activities', 'createSeries', { organisationId, plan, photos: files ?? [] }, { requestId })
  }
  const { seriesId, version } = target.series
  const input = { seriesId, basedOn: version, from: draft.changesFrom, plan, photos: files }
  return call('activities', 'reviseSeries', input, { requestId })
}

export interface SeriesEditor extends KeptDraft<SeriesDraft> {
  problems: Problems
  /** What the cloud said to exactly this draft. */
  refusal: string | null
  /** Null: those that are there stay. */
  photos: PickedPhoto[] | null
  choosePhotos: (photos: PickedPhoto[]) => void
  submit: () => Promise<void>
}

export function useSeriesEditor(name: string, target: EditorTarget, first: SeriesDraft): SeriesEditor {
  const kept = useKeptDraft(name, first)
  const [isTried, setTried] = useState(false)
  const [refused, setRefused] = useState<{ sentence: string; problems: Problems } | null>(null)
  const [photos, setPhotos] = useState<PickedPhoto[] | null>(null)
  const own = seriesProblems(kept.draft, dayOf(Date.now()), target.series === null)
  const submit = async () => {
    setTried(true)
    if (Object.keys(own).length > 0) return showToast('还有几处要填，见页面上面')
    const answer = await send(target, kept.draft, photos, kept.takeRequestId())
    if (!answer.ok) {
      const problems = answer.error.code === 'invalid_input' ? problemsOfFields(answer.error.fields) : {}
      return setRefused({ sentence: errorText(answer.error), problems })
    }
    kept.drop()
    showToast(target.series === null ? '活动已经发布' : '已经按新的安排')
    // Whoever changes a series has come from its days.
    if (target.series !== null) await goBack()
    else await replaceBy(routes.occurrences(answer.value.series.seriesId))
  }
  return {
    ...kept,
    revise: (part) => {
      setRefused(null)
      kept.revise(part)
    },
    problems: { ...(isTried ? own : {}), ...refused?.problems },
    refusal: refused?.sentence ?? null,
    photos,
    choosePhotos: (next) => {
      setPhotos(next)
      kept.renew()
    },
    submit,
  }
}
