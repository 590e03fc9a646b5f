import { useRouter } from '@tarojs/taro'
import { CampaignEditorPage } from '../../components/campaignEditor'
import { Desk } from '../../components/desk'

export default function CampaignEditor() {
  const { campaignId, copyFrom } = useRouter().params
  return (
    <Desk title={campaignId ? '修改活动' : '新建活动'} current="campaigns">
      {(staff) => <CampaignEditorPage key={`${staff.placeCode}/${campaignId ?? copyFrom}`} staff={staff} />}
    </Desk>
  )
}
