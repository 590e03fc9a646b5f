import { ACCOUNT_ID_LENGTH } from '@contract/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ChoiceField } from '@/components/choiceField'
import { DateTimeField } from '@/components/dateTimeField'
import { Field } from '@/components/field'
import { useIsDesk } from '@/components/page/desk'
import { readAccountId } from '../../appointment'
import { subjectWords } from '../../changeWords'
import { actChoices } from '../../words'
import '../listPage.scss'
import '../listPageDesk.scss'

export interface TrailView {
  accountId: string | undefined
  method: string | undefined
  subject: string | undefined
  from: number | undefined
  until: number | undefined
}

const TYPED_MAX = 60

const choices = [{ value: 'all', text: '全部操作' }, ...actChoices]

interface AuditFiltersProps {
  view: TrailView
  onChange: (part: Partial<TrailView>) => void
}

/** An account's number is a filter as soon as it is whole. */
const AccountFilter = ({ view, onChange }: AuditFiltersProps) => {
  const [typed, setTyped] = useState(view.accountId ?? '')
  const type = (words: string) => {
    setTyped(words)
    const accountId = readAccountId(words)
    onChange({ accountId: accountId.length === ACCOUNT_ID_LENGTH ? accountId : undefined })
  }
  return (
    <Field
      label="办理人的账号编号"
      value={typed}
      maxLength={TYPED_MAX}
      help={typed && !view.accountId ? `要填满 ${ACCOUNT_ID_LENGTH} 位` : undefined}
      onChange={type}
    />
  )
}

const Fields = ({ view, onChange }: AuditFiltersProps) => (
  <View className="listFilters listFilters--row">
    <ChoiceField
      label="操作"
      choices={choices}
      value={view.method ?? 'all'}
      onChange={(method) => onChange({ method: method === 'all' ? undefined : method })}
    />
    <AccountFilter key={view.accountId ?? ''} view={view} onChange={onChange} />
    <DateTimeField
      label="从这一天"
      value={view.from ?? null}
      until={Date.now()}
      onChange={(from) => onChange({ from: from ?? undefined })}
    />
    <DateTimeField
      label="到这一天"
      value={view.until ?? null}
      until={Date.now()}
      onChange={(until) => onChange({ until: until ?? undefined })}
    />
  </View>
)

const isNarrowed = (view: TrailView): boolean => Object.values(view).some((value) => value !== undefined)

/** Always open at a desk; on a phone behind a button. */
export const AuditFilters = ({ view, onChange }: AuditFiltersProps) => {
  const isDesk = useIsDesk()
  const [isOpen, setOpen] = useState(false)
  const showAll = () =>
    onChange({
      accountId: undefined,
      method: undefined,
      subject: undefined,
      from: undefined,
      until: undefined,
    })
  return (
    <View className="listFilters">
      {isDesk || isOpen ? (
        <Card>
          <Fields view={view} onChange={onChange} />
          {view.subject ? <View>只看这个对象：{subjectWords(view.subject)}</View> : null}
        </Card>
      ) : null}
      {isDesk ? null : (
        <Button kind="secondary" icon="search" onPress={() => setOpen(!isOpen)}>
          {isOpen ? '收起条件' : '按条件找'}
        </Button>
      )}
      {isNarrowed(view) ? (
        <Button kind="quiet" icon="close" onPress={showAll}>
          清除条件，看全部
        </Button>
      ) : null}
    </View>
  )
}
