import { Desk } from '../../components/desk'
import { StaffPageContent } from '../../components/staff/staffPage'

export default function StaffPage() {
  return (
    <Desk title="人员" current="staff">
      {(staff) => <StaffPageContent key={staff.placeCode} staff={staff} />}
    </Desk>
  )
}
