import { RoutingPageContent } from '../../components/caseRules/routingPage'
import { Desk } from '../../components/desk'

export default function CaseRoutingPage() {
  return (
    <Desk title="派遣规则" current="caseRules">
      {(staff) => <RoutingPageContent key={staff.placeCode} staff={staff} />}
    </Desk>
  )
}
