import { ApiKeysPageContent } from '../../components/apiKeys/apiKeysPage'
import { Desk } from '../../components/desk'

export default function ApiKeysPage() {
  return (
    <Desk title="开放接口" current="apiKeys">
      {(staff) => <ApiKeysPageContent key={staff.placeCode} staff={staff} />}
    </Desk>
  )
}
