import { call } from '@/cloud/call'
import { useAnswer } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { ChoiceField } from '@/components/choiceField'
import { EmptyState } from '@/components/emptyState'
import { Skeleton } from '@/components/skeleton'

interface ColleagueFieldProps {
  caseId: string
  value: string | null
  error: string | undefined
  onChange: (grantId: string) => void
}

/** Who of the same department takes it over. */
export const ColleagueField = ({ caseId, value, error, onChange }: ColleagueFieldProps) => {
  const answer = useAnswer(caseId, () => call('casework', 'listColleagues', { caseId }))
  return (
    <Answered answer={answer} skeleton={<Skeleton shape="text" count={2} />}>
      {({ colleagues }) =>
        colleagues.length === 0 ? (
          <EmptyState icon="people" reason="本部门没有别的处置员。需要的话，请管理员任命。" />
        ) : (
          <ChoiceField
            label="交给哪位同事"
            choices={colleagues.map(({ grantId, name }) => ({ value: grantId, text: name }))}
            value={value}
            error={error}
            onChange={onChange}
          />
        )
      }
    </Answered>
  )
}
