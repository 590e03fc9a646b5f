import { useRouter } from '@tarojs/taro'
import { Desk } from '../../components/desk'
import { OrganisationPageContent } from '../../components/organisation/organisationPage'

export default function OrganisationPage() {
  const { organisationId } = useRouter().params
  return (
    <Desk title={organisationId ? '组织' : '登记组织'} current="organisations">
      {(staff) => <OrganisationPageContent key={staff.placeCode} staff={staff} />}
    </Desk>
  )
}
