import { Desk } from '../../components/desk'
import { Workbench } from '../../components/work/workbench'
import { useWorkView } from '../../useWorkView'

export default function WorkPage() {
  const { view, addressOf, change } = useWorkView()
  return (
    <Desk title="待办" current={view.kind ?? 'overview'}>
      {(staff) => <Workbench staff={staff} view={view} addressOf={addressOf} onChange={change} />}
    </Desk>
  )
}
