import type { DutyHolder } from '@contract/caseRules'
import { DUTIES } from '@contract/cases/duties'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import { useAnswer, useRefreshOnPull } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Card } from '@/components/card'
import { PlaceField } from '@/components/placeField'
import { levelOf } from '@/components/placeName/codes'
import { Skeleton } from '@/components/skeleton'
import { showToast } from '@/components/toast'
import { routes } from '@/routes'
import { useFilters } from '../../useFilters'
import type { Staff } from '../../useStaff'
import { Act } from '../campaignEditor/parts'
import { OrganisationField } from '../organisation/organisationField'
import { RulesTabs } from './rulesTabs'
import './caseRules.scss'
import './caseRulesDesk.scss'

const NOBODY = '没有指定，由上级地区的单位承担；上级也没有，就留给派遣员'

interface DutyCardProps {
  holder: DutyHolder
  placeCode: string
  mayEdit: boolean
  onChanged: () => Promise<void>
}

const DutyCard = ({ holder, placeCode, mayEdit, onChanged }: DutyCardProps) => {
  const [trouble, setTrouble] = useState<string>()
  const { duty, organisationId, organisationName } = holder
  const { name, work } = DUTIES[duty]
  const assign = async (next: string | null) => {
    const input = { placeCode, duty, organisationId: next }
    const answer = await call('caseRules', 'assignDuty', input, { requestId: newRequestId() })
    setTrouble(answer.ok ? undefined : errorText(answer.error))
    if (!answer.ok) return
    await onChanged()
    showToast('已保存')
  }
  return (
    <Card title={name}>
      <View className="ruleRow__line">{work}</View>
      {mayEdit ? (
        <OrganisationField
          label={`${name}由谁承担`}
          placeCode={placeCode}
          value={organisationName}
          error={trouble}
          onChange={(organisation) => assign(organisation.organisationId)}
        />
      ) : null}
      {mayEdit && organisationId !== null ? (
        <Act icon="remove" words="不指定" label={name} onPress={() => void assign(null)} />
      ) : null}
      {mayEdit ? null : <View>{organisationName ?? NOBODY}</View>}
    </Card>
  )
}

interface AtPlaceProps {
  placeCode: string
  mayEdit: boolean
}

const AtPlace = ({ placeCode, mayEdit }: AtPlaceProps) => {
  const duties = useAnswer(`duties/${placeCode}`, () => call('caseRules', 'listDuties', { placeCode }))
  useRefreshOnPull(duties.refresh)
  return (
    <Answered answer={duties} skeleton={<Skeleton shape="text" count={4} />}>
      {({ holders }) => (
        <View className="ruleCards">
          {holders.map((holder) => (
            <DutyCard
              key={holder.duty}
              holder={holder}
              placeCode={placeCode}
              mayEdit={mayEdit}
              onChanged={duties.refresh}
            />
          ))}
        </View>
      )}
    </Answered>
  )
}

/** Which organisation of a place stands for each duty of the duty table. */
export const DutiesPageContent = ({ staff: { placeCode, roles } }: { staff: Staff }) => {
  const [{ at }, change] = useFilters(['at'], (filters) => routes.caseDuties(placeCode, filters))
  const shown = at ?? placeCode
  return (
    <View className="caseRules">
      <RulesTabs current="duties" placeCode={placeCode} />
      <PlaceField
        label="哪个地区"
        value={shown}
        within={placeCode}
        from={levelOf(placeCode)}
        depth="village"
        help={`这里没有指定的职责，${NOBODY.slice('没有指定，'.length)}`}
        onChange={({ code }) => change({ at: code })}
      />
      <AtPlace key={shown} placeCode={shown} mayEdit={roles.includes('administrator')} />
    </View>
  )
}
