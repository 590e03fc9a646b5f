import { Desk } from '../../components/desk'
import { GridsPageContent } from '../../components/organisation/gridsPage'

export default function GridsPage() {
  return (
    <Desk title="网格" current="organisations">
      {(staff) => <GridsPageContent key={staff.placeCode} staff={staff} />}
    </Desk>
  )
}
