import type { SuggestedPlace } from '@contract/reporting'
import { useEffect, useRef, useState } from 'react'
import { call } from '@/cloud/call'
import { useSettled } from '@/components/searchField/useSettled'
import type { ReportForm } from './draft/reportDraft'

const SHOWN = 3

interface Suggesting {
  form: Pick<ReportForm, 'position' | 'address' | 'isPlaceChosen'>
  onSuggest: (placeCode: string) => void
}

/** Streets that a position or an address may lie in. The likeliest is taken, as long as the person chose none. */
export const useSuggestedPlaces = ({ form, onSuggest }: Suggesting): SuggestedPlace[] => {
  const [places, setPlaces] = useState<SuggestedPlace[]>([])
  const address = useSettled(form.address.trim())
  const latest = useRef({ form, onSuggest, turn: 0 })
  latest.current.form = form
  latest.current.onSuggest = onSuggest
  const { longitude, latitude } = form.position ?? {}
  useEffect(() => {
    const { current } = latest
    current.turn += 1
    const { turn } = current
    const position = longitude === undefined || latitude === undefined ? null : { longitude, latitude }
    if (position === null && address === '') return
    void call('reporting', 'suggestPlaces', { position, address }).then((answer) => {
      if (turn !== current.turn || !answer.ok) return
      setPlaces(answer.value.places.slice(0, SHOWN))
      const [likeliest] = answer.value.places
      if (likeliest && !current.form.isPlaceChosen) current.onSuggest(likeliest.code)
    })
  }, [longitude, latitude, address])
  return places
}
