import { Desk } from '../../components/desk'
import { UnitWeeksPageContent } from '../../components/volunteering/unitWeeksPage'

export default function UnitWeeksPage() {
  return (
    <Desk title="单位每周活动" current="unitWeeks">
      {(staff) => <UnitWeeksPageContent key={staff.placeCode} staff={staff} />}
    </Desk>
  )
}
