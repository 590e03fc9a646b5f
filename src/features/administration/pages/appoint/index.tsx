import { Desk } from '../../components/desk'
import { AppointPageContent } from '../../components/staff/appointPage'

export default function AppointPage() {
  return (
    <Desk title="任命" current="staff">
      {(staff) => <AppointPageContent key={staff.placeCode} staff={staff} />}
    </Desk>
  )
}
