import { DutiesPageContent } from '../../components/caseRules/dutiesPage'
import { Desk } from '../../components/desk'

export default function CaseDutiesPage() {
  return (
    <Desk title="职责单位" current="caseRules">
      {(staff) => <DutiesPageContent key={staff.placeCode} staff={staff} />}
    </Desk>
  )
}
