import { Desk } from '../../components/desk'
import { HoursPageContent } from '../../components/hours/hoursPage'

export default function VolunteerHoursPage() {
  return (
    <Desk title="志愿时长" current="volunteerHours">
      {(staff) => <HoursPageContent key={staff.placeCode} staff={staff} />}
    </Desk>
  )
}
