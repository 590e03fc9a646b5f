import { Desk } from '../../components/desk'
import { OrganisationsPageContent } from '../../components/organisation/organisationsPage'

export default function OrganisationsPage() {
  return (
    <Desk title="组织" current="organisations">
      {(staff) => <OrganisationsPageContent key={staff.placeCode} staff={staff} />}
    </Desk>
  )
}
