import { TemplatesPageContent } from '../../components/caseRules/templatesPage'
import { Desk } from '../../components/desk'

export default function ReplyTemplatesPage() {
  return (
    <Desk title="回复模板" current="caseRules">
      {(staff) => <TemplatesPageContent key={staff.placeCode} staff={staff} />}
    </Desk>
  )
}
