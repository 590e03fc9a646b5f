import { CategoriesPageContent } from '../../components/caseRules/categoriesPage'
import { Desk } from '../../components/desk'

export default function CaseCategoriesPage() {
  return (
    <Desk title="类别" current="caseRules">
      {(staff) => <CategoriesPageContent key={staff.placeCode} staff={staff} />}
    </Desk>
  )
}
