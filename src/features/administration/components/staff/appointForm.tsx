import { PERSON_NAME_LENGTH } from '@contract/limits'
import { isOrganisationRole, ROLES } from '@contract/method'
import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { ChoiceField } from '@/components/choiceField'
import { Field } from '@/components/field'
import { PlaceField } from '@/components/placeField'
import { ScanButton } from '@/components/scanButton'
import { showToast } from '@/components/toast'
import { roleWords } from '@/words/roles'
import { type Appointment, groupedAccountId, type Problems, readAccountId } from '../../appointment'
import { roleLines } from '../../staffWords'
import { OrganisationField } from '../organisation/organisationField'
import { EndField } from './endField'

const TYPED_MAX = 60

const roleChoices = ROLES.map((role) => ({ value: role, text: roleWords[role], line: roleLines[role] }))

interface AppointFormProps {
  /** The administrator's own place: nobody appoints outside it. */
  within: string
  appointment: Appointment
  problems: Problems
  onChange: (part: Partial<Appointment>) => void
}

const Who = ({ appointment, problems, onChange }: Omit<AppointFormProps, 'within'>) => {
  const read = readAccountId(appointment.accountId)
  return (
    <Card title="任命谁">
      <Field
        label="账号编号"
        value={appointment.accountId}
        maxLength={TYPED_MAX}
        help={read ? groupedAccountId(read) : '对方在“我的”里点“我的账号编号”，复制给你'}
        error={problems.accountId}
        onChange={(accountId) => onChange({ accountId })}
      />
      <ScanButton
        kind="secondary"
        otherwise="输入编号"
        onScan={(accountId) => onChange({ accountId })}
        onTrouble={showToast}
      >
        扫对方的账号二维码
      </ScanButton>
      <Field
        label="姓名"
        value={appointment.name}
        maxLength={PERSON_NAME_LENGTH.max}
        help="对方的真实姓名，写进工作记录"
        error={problems.name}
        onChange={(name) => onChange({ name })}
      />
    </Card>
  )
}

const What = ({ within, appointment, problems, onChange }: AppointFormProps) => {
  const { role, placeCode, organisation } = appointment
  const isLeader = isOrganisationRole(role)
  return (
    <Card title="任命为什么">
      <ChoiceField
        label="角色"
        choices={roleChoices}
        value={role}
        help={role ? roleLines[role] : undefined}
        error={problems.role}
        onChange={(chosen) => onChange({ role: chosen })}
      />
      <PlaceField
        label="地区"
        value={placeCode}
        within={within}
        from="city"
        depth={isLeader ? 'village' : 'grid'}
        help="身份在这个地区和它下面有效"
        error={problems.placeCode}
        onChange={({ code }) => onChange({ placeCode: code, organisation: null })}
      />
      {isLeader ? (
        <OrganisationField
          placeCode={placeCode}
          value={organisation?.name ?? null}
          error={problems.organisation}
          onChange={({ organisationId, name, placeCode: at }) =>
            onChange({ organisation: { organisationId, name, placeCode: at } })
          }
        />
      ) : null}
    </Card>
  )
}

export const AppointForm = (props: AppointFormProps) => (
  <View className="listFilters">
    <Who {...props} />
    <What {...props} />
    <Card title="到什么时候">
      <EndField
        value={props.appointment.lastDay}
        error={props.problems.lastDay}
        onChange={(lastDay) => props.onChange({ lastDay })}
      />
    </Card>
  </View>
)
