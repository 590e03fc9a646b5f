import { Desk } from '../../components/desk'
import { HotlinePageContent } from '../../components/hotline/hotlinePage'

export default function HotlinePage() {
  return (
    <Desk title="热线工单" current="hotline">
      {(staff) => <HotlinePageContent key={staff.placeCode} staff={staff} />}
    </Desk>
  )
}
