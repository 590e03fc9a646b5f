import { Desk } from '../../components/desk'
import { NominationsPageContent } from '../../components/nomination/nominationsPage'

export default function NominationsPage() {
  return (
    <Desk title="申报情况" current="nominations">
      {(staff) => <NominationsPageContent key={staff.placeCode} staff={staff} />}
    </Desk>
  )
}
