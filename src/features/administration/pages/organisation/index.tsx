import { Desk } from '../../components/desk'
import { OrganisationPageContent } from '../../components/organisation/organisationPage'

export default function OrganisationPage() {
  return (
    <Desk title="组织" current="organisations">
      {(staff) => <OrganisationPageContent key={staff.placeCode} staff={staff} />}
    </Desk>
  )
}
