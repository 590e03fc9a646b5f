import type { CertificatePaper } from '@contract/volunteerHours'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ChoiceField } from '@/components/choiceField'
import { DateTimeField } from '@/components/dateTimeField'
import { Notice } from '@/components/notice'
import { dayOf, startOfDay } from '@/words/activities'
import { type Period, periodNames, periodOf } from '../../certificates/periods'
import { type NamedOrganisation, useOrganisations } from '../../hours/useOrganisations'

const ALL = 'all'

const organisationChoices = (organisations: NamedOrganisation[]) => [
  { value: ALL, text: '全部单位' },
  ...organisations.map(({ organisationId, name }) => ({ value: organisationId, text: name })),
]

interface OwnPeriodProps {
  from: number | null
  until: number | null
  onChange: (part: { from?: number | null; until?: number | null }) => void
}

const OwnPeriod = ({ from, until, onChange }: OwnPeriodProps) => (
  <>
    <DateTimeField
      label="从哪天"
      value={from}
      until={until ?? Date.now()}
      onChange={(next) => onChange({ from: next })}
    />
    <DateTimeField
      label="到哪天"
      value={until}
      {...(from === null ? {} : { from })}
      until={Date.now()}
      onChange={(next) => onChange({ until: next })}
    />
  </>
)

interface Chosen {
  period: Period
  from: number | null
  until: number | null
  organisationId: string
}

/** The days that are meant; null while they are not chosen. */
function daysOf({ period, from, until }: Chosen): { from: string; until: string } | null {
  const named = periodOf(period, dayOf(Date.now()))
  if (named) return named
  return from === null || until === null ? null : { from: dayOf(from), until: dayOf(until) }
}

interface IssuingProps {
  owner: string
  onIssued: (paper: CertificatePaper) => Promise<void>
}

/** What a certificate is to be about. It is issued at once. */
export const Issuing = ({ owner, onIssued }: IssuingProps) => {
  const organisations = useOrganisations(owner)
  const [chosen, setChosen] = useState<Chosen>({
    period: 'thisYear',
    from: null,
    until: startOfDay(dayOf(Date.now())),
    organisationId: ALL,
  })
  const [requestId, setRequestId] = useState(newRequestId)
  const [trouble, setTrouble] = useState<string>()
  const change = (part: Partial<Chosen>) => {
    setChosen((before) => ({ ...before, ...part }))
    setRequestId(newRequestId())
    setTrouble(undefined)
  }
  const issue = async () => {
    const days = daysOf(chosen)
    if (!days) return setTrouble('请选从哪天到哪天')
    const organisationId = chosen.organisationId === ALL ? null : chosen.organisationId
    const answer = await call(
      'volunteerHours',
      'issueCertificate',
      { ...days, organisationId },
      { requestId },
    )
    if (!answer.ok) return setTrouble(errorText(answer.error))
    setRequestId(newRequestId())
    await onIssued(answer.value.certificate)
  }
  return (
    <Card title="开具证明">
      <View>免费，当时就有。只写签到签退得出的记录时长，不含补录。</View>
      <ChoiceField
        label="哪段时间"
        choices={periodNames}
        value={chosen.period}
        onChange={(period) => change({ period })}
      />
      {chosen.period === 'own' ? <OwnPeriod {...chosen} onChange={change} /> : null}
      <ChoiceField
        label="哪个单位的记录"
        choices={organisationChoices(organisations)}
        value={chosen.organisationId}
        help="选一个单位，就由这个单位盖章"
        onChange={(organisationId) => change({ organisationId })}
      />
      {trouble ? (
        <Notice kind="error" title="没有开成">
          {trouble}
        </Notice>
      ) : null}
      <Button icon="document" onPress={issue}>
        开具证明
      </Button>
    </Card>
  )
}
