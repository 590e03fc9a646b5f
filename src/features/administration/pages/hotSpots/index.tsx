import { Desk } from '../../components/desk'
import { HotSpotsPageContent } from '../../components/supervision/hotSpotsPage'

export default function HotSpotsPage() {
  return (
    <Desk title="热点" current="hotSpots">
      {(staff) => <HotSpotsPageContent key={staff.placeCode} staff={staff} />}
    </Desk>
  )
}
