import { PERSON_NAME_LENGTH } from '@contract/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import type { ReportForm } from '../draft/reportDraft'

const TELEPHONE_LENGTH = 20

interface ContactCardProps {
  form: Pick<ReportForm, 'contactName' | 'contactPhone'>
  problem: string | undefined
  onChange: (part: Partial<ReportForm>) => void
}

/** Folded away: most reports need none. */
export const ContactCard = ({ form, problem, onChange }: ContactCardProps) => {
  const [isOpen, setOpen] = useState(form.contactName !== '' || form.contactPhone !== '')
  if (!isOpen)
    return (
      <Button kind="quiet" icon="phone" onPress={() => setOpen(true)}>
        留个电话（选填）
      </Button>
    )
  return (
    <Card title="联系方式（选填）">
      <View>找不到地方时，处理人员可以问你。电话加密保存，不公开，每看一次都有记录。</View>
      <Field
        label="电话"
        value={form.contactPhone}
        maxLength={TELEPHONE_LENGTH}
        keyboard="telephone"
        error={problem}
        onChange={(contactPhone) => onChange({ contactPhone })}
      />
      <Field
        label="怎么称呼"
        value={form.contactName}
        maxLength={PERSON_NAME_LENGTH.max}
        onChange={(contactName) => onChange({ contactName })}
      />
    </Card>
  )
}
