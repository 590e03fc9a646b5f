import { Desk } from '../../components/desk'
import { SupervisionPageContent } from '../../components/supervision/supervisionPage'

export default function SupervisionPage() {
  return (
    <Desk title="案件统计" current="supervision">
      {(staff) => <SupervisionPageContent key={staff.placeCode} staff={staff} />}
    </Desk>
  )
}
