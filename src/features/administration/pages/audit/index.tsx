import { AuditPageContent } from '../../components/audit/auditPage'
import { Desk } from '../../components/desk'

export default function AuditPage() {
  return (
    <Desk title="工作记录" current="auditTrail">
      {(staff) => <AuditPageContent key={staff.placeCode} staff={staff} />}
    </Desk>
  )
}
