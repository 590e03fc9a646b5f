import { Desk } from '../../components/desk'
import { OperationsPageContent } from '../../components/operations/operationsPage'

export default function OperationsPage() {
  return (
    <Desk title="运行情况" current="operations">
      {(staff) => <OperationsPageContent key={staff.placeCode} staff={staff} />}
    </Desk>
  )
}
