import { useRouter } from '@tarojs/taro'
import { MyCasesPageContent } from '../../components/cases/myCasesPage'
import { Desk } from '../../components/desk'

export default function MyCasesPage() {
  const { organisationId } = useRouter().params
  return (
    <Desk title="我的处置" current="myCases">
      {(staff) => <MyCasesPageContent key={organisationId} staff={staff} />}
    </Desk>
  )
}
