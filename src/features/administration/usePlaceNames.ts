import { placeName } from '@contract/places/names'
import { call } from '@/cloud/call'
import { useAnswer } from '@/cloud/useAnswer'

const DISTRICT_LENGTH = 6

/** Without the city: 静安区南京西路街道. */
const pathWords = (path: string[]): string => path.slice(1).join('')

/** Names of places. Cities and districts are known here; finer ones are asked for, and shown by code until then. */
export const usePlaceNames = (codes: string[]): ((code: string) => string) => {
  const finer = [...new Set(codes.filter((code) => code.length > DISTRICT_LENGTH))]
  const answer = useAnswer(finer.length > 0 ? finer.join() : null, () =>
    call('places', 'getPlaces', { codes: finer }),
  )
  const places = answer.state.status === 'ready' ? answer.state.value.places : []
  const names = new Map(places.map(({ code, path }) => [code, pathWords(path)]))
  return (code) => names.get(code) ?? placeName(code)
}
