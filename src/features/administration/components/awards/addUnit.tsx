import type { AwardUnit } from '@contract/awards'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { PlaceField } from '@/components/placeField'

const NAME_LENGTH = { min: 2, max: 60 }

interface AddUnitProps {
  campaignId: string
  /** The administrator's place. */
  within: string
  onAdded: (unit: AwardUnit) => unknown
  onLeave: () => void
}

interface Draft {
  name: string
  placeCode: string | null
  requestId: string
}

/** A district, street or department that is to be considered. The same words sent again are the same request. */
export const AddUnit = ({ campaignId, within, onAdded, onLeave }: AddUnitProps) => {
  const [draft, setDraft] = useState<Draft>({ name: '', placeCode: null, requestId: newRequestId() })
  const [trouble, setTrouble] = useState<{ name?: string; place?: string }>({})
  const change = (part: Partial<Draft>) => {
    setDraft({ ...draft, ...part, requestId: newRequestId() })
    setTrouble({})
  }
  const send = async () => {
    const { name, placeCode, requestId } = draft
    if (name.trim().length < NAME_LENGTH.min) return setTrouble({ name: '请填写单位名称，至少 2 个字' })
    if (placeCode === null) return setTrouble({ place: '请选择它管理的地区' })
    const answer = await call('awards', 'addAwardUnit', { campaignId, name, placeCode }, { requestId })
    if (!answer.ok) return setTrouble({ name: errorText(answer.error) })
    await onAdded(answer.value.unit)
  }
  return (
    <Card title="添加单位">
      <Field
        label="单位名称"
        value={draft.name}
        maxLength={NAME_LENGTH.max}
        help="区、街镇或行业管理部门的全称"
        error={trouble.name}
        onChange={(name) => change({ name })}
      />
      <PlaceField
        label="管理的地区"
        value={draft.placeCode}
        within={within}
        depth="street"
        help="辖区内有没有优秀自律组织，按这个地区判断"
        error={trouble.place}
        onChange={({ code }) => change({ placeCode: code })}
      />
      <Button onPress={send}>添加</Button>
      <Button kind="quiet" onPress={onLeave}>
        先不添加
      </Button>
    </Card>
  )
}
