import { useState } from 'react'
import { call } from '@/cloud/call'
import { useAnswer } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { EmptyState } from '@/components/emptyState'
import { SearchField } from '@/components/searchField'
import { useSettled } from '@/components/searchField/useSettled'
import { Skeleton } from '@/components/skeleton'
import { CaseRow } from './caseRow'

/** Shorter is no number of a case. */
const NUMBER_LENGTH = { min: 4, max: 20 }

export interface CaseSearch {
  typed: string
  /** What is looked for; '' when it is too short. */
  number: string
  type: (words: string) => void
}

export const useCaseSearch = (): CaseSearch => {
  const [typed, type] = useState('')
  const number = useSettled(typed.trim())
  return { typed, number: number.length >= NUMBER_LENGTH.min ? number : '', type }
}

export const CaseSearchField = ({ typed, type }: CaseSearch) => (
  <SearchField value={typed} placeholder="按案件编号查找" maxLength={NUMBER_LENGTH.max} onChange={type} />
)

interface FoundProps {
  placeCode: string
  number: string
  openId: string | undefined
  onChoose: (caseId: string) => void
}

/** The case with this number, in place of the list. */
export const FoundCase = ({ placeCode, number, openId, onChoose }: FoundProps) => {
  const found = useAnswer(`${placeCode}/${number}`, () =>
    call('casework', 'findByNumber', { placeCode, number }),
  )
  return (
    <Answered answer={found} skeleton={<Skeleton shape="row" />}>
      {({ case: shown }) =>
        shown ? (
          <CaseRow
            shown={shown}
            now={Date.now()}
            isOpen={shown.caseId === openId}
            onPress={() => onChoose(shown.caseId)}
          />
        ) : (
          <EmptyState icon="search" reason={`本地区没有编号是“${number}”的案件。请核对后再查。`} />
        )
      }
    </Answered>
  )
}
