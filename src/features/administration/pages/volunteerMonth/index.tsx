import { Desk } from '../../components/desk'
import { MonthPageContent } from '../../components/volunteering/monthPage'

export default function VolunteerMonthPage() {
  return (
    <Desk title="志愿服务月报" current="volunteerMonth">
      {(staff) => <MonthPageContent key={staff.placeCode} staff={staff} />}
    </Desk>
  )
}
