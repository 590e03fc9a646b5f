import { useRouter } from '@tarojs/taro'
import { CasePageContent } from '../../components/cases/casePage'
import { Desk } from '../../components/desk'

export default function CasePage() {
  const { caseId = '', organisationId } = useRouter().params
  return (
    <Desk title="案件" current={organisationId ? 'myCases' : 'cases'}>
      {() => <CasePageContent key={caseId} caseId={caseId} />}
    </Desk>
  )
}
