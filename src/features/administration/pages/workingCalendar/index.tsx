import { CalendarPageContent } from '../../components/caseRules/calendarPage'
import { Desk } from '../../components/desk'

export default function WorkingCalendarPage() {
  return (
    <Desk title="工作日历" current="caseRules">
      {(staff) => <CalendarPageContent key={staff.placeCode} staff={staff} />}
    </Desk>
  )
}
