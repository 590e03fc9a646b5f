import { weekOf } from '@contract/volunteering/weeks'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import { Card } from '@/components/card'
import { showToast } from '@/components/toast'
import { OrganisationField } from '../organisation/organisationField'

interface AddUnitProps {
  placeCode: string
  onAdded: () => Promise<void>
}

/** From this week on an activity a week is expected of one more unit. */
export const AddUnit = ({ placeCode, onAdded }: AddUnitProps) => {
  const [trouble, setTrouble] = useState<string>()
  const add = async ({ organisationId, name }: { organisationId: string; name: string }) => {
    const input = { organisationId, since: weekOf(Date.now()) }
    const answer = await call('volunteerStatistics', 'setWeeklyDuty', input, { requestId: newRequestId() })
    setTrouble(answer.ok ? undefined : errorText(answer.error))
    if (!answer.ok) return
    await onAdded()
    showToast(`从本周开始要求${name}`)
  }
  return (
    <Card title="增加单位">
      <OrganisationField
        label="从本周开始，要求哪个单位每周开展一次活动"
        placeCode={placeCode}
        value={null}
        error={trouble}
        onChange={(organisation) => void add(organisation)}
      />
    </Card>
  )
}
