import { CasesPageContent } from '../../components/cases/casesPage'
import { Desk } from '../../components/desk'

export default function CasesPage() {
  return (
    <Desk title="案件" current="cases">
      {(staff) => <CasesPageContent key={staff.placeCode} staff={staff} />}
    </Desk>
  )
}
