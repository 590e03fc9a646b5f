import { useState } from 'react'
import { ChoiceField } from '@/components/choiceField'
import { PlaceField } from '@/components/placeField'
import { ELSEWHERE, type Scope } from '../../boards/scopes'

interface PeopleScopeProps {
  scopes: Scope[]
  /** What is shown: one of the scopes, or a street. Null: nothing is chosen yet. */
  within: string | null
  onChange: (within: string) => void
}

/** Among whom people are ranked: the own team, grid or street, or a street of one's choice. */
export const PeopleScope = ({ scopes, within, onChange }: PeopleScopeProps) => {
  const isOwn = scopes.some(({ value }) => value === within)
  const [isElsewhere, setElsewhere] = useState(!isOwn)
  const choose = (value: string) => {
    setElsewhere(value === ELSEWHERE)
    if (value !== ELSEWHERE) onChange(value)
  }
  const chosen = isElsewhere ? ELSEWHERE : within
  return (
    <>
      {scopes.length > 1 ? (
        <ChoiceField label="在哪里排名" choices={scopes} value={chosen} onChange={choose} />
      ) : null}
      {isElsewhere ? (
        <PlaceField
          label="街镇"
          value={isOwn ? null : within}
          from="street"
          depth="street"
          onChange={({ code }) => onChange(code)}
        />
      ) : null}
    </>
  )
}
