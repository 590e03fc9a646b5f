import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'

/** What a citizen looks for in the list of candidates. */
export interface CandidateFilter {
  typed: string
  districtCode: string
  isNarrowed: boolean
  setTyped: (typed: string) => void
  setDistrictCode: (districtCode: string) => void
  clear: () => void
}

/**
 * Held by the page, because what stands above the list makes room for what is found. It makes room once
 * something is looked for, not on focus: a page that moves under a finger loses its tap.
 */
export const useCandidateFilter = (): CandidateFilter => {
  const [typed, setTyped] = useState('')
  const [districtCode, setDistrictCode] = useState('')
  const isNarrowed = typed.trim() !== '' || districtCode !== ''
  useEffect(() => {
    if (isNarrowed) void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }, [isNarrowed])
  const clear = () => {
    setTyped('')
    setDistrictCode('')
  }
  return { typed, districtCode, isNarrowed, setTyped, setDistrictCode, clear }
}
