import { useRouter } from '@tarojs/taro'
import { UnitsPage } from '../../components/awards/unitsPage'
import { Desk } from '../../components/desk'

/** 优秀组织奖: who is considered, and what is known of each. */
export default function AwardUnitsPage() {
  const { campaignId = '' } = useRouter().params
  return (
    <Desk title="优秀组织奖" current="campaigns">
      {({ placeCode }) => <UnitsPage campaignId={campaignId} within={placeCode} />}
    </Desk>
  )
}
