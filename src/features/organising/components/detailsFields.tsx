import { ACTIVITY_TEXTS, CASE_ADDRESS_LENGTH } from '@contract/limits'
import { SKILLS, type Skill } from '@contract/volunteering/people'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ChoiceField } from '@/components/choiceField'
import { Field } from '@/components/field'
import { Icon } from '@/components/icon'
import { type ChosenPosition, PositionSheet, useMapChoice } from '@/components/positionSheet'
import { showToast } from '@/components/toast'
import { locate } from '@/phone/position'
import { skillWords } from '@/words/volunteering'
import { type DetailsDraft, mayAddRole, newRole, type Problems, type RoleDraft } from '../detailsDraft'
import { NumberField, ProblemLine } from './parts'

/** What a series and one of its days have in common. */

interface FieldsProps {
  draft: DetailsDraft
  problems: Problems
  onChange: (part: Partial<DetailsDraft>) => void
}

export const WordsFields = ({ draft, problems, onChange }: FieldsProps) => (
  <>
    <Field
      label="活动主题"
      value={draft.theme}
      maxLength={ACTIVITY_TEXTS.theme.max}
      placeholder="例如 周六清洁街面"
      error={problems.theme}
      onChange={(theme) => onChange({ theme })}
    />
    <Field
      label="活动内容"
      value={draft.description}
      maxLength={ACTIVITY_TEXTS.description.max}
      isLong
      placeholder="做什么、穿什么、带什么"
      error={problems.description}
      onChange={(description) => onChange({ description })}
    />
  </>
)

const useHere = (onChange: FieldsProps['onChange']) => async () => {
  const located = await locate()
  if (located.ok) return onChange({ position: located.position })
  showToast(located.reason === 'refused' ? '没有用定位，可以在地图上选' : '这里定位不到，可以在地图上选')
}

const PositionField = ({ draft, problems, onChange }: FieldsProps) => {
  const choose = ({ position, address }: ChosenPosition) =>
    onChange({
      position,
      ...(address && draft.address.trim() === ''
        ? { address: address.slice(0, CASE_ADDRESS_LENGTH.max) }
        : {}),
    })
  const map = useMapChoice(draft.position, choose)
  const here = useHere(onChange)
  return (
    <View className="organisingChoices">
      <View className="organisingDays__day">
        <Icon name={draft.position ? 'success' : 'place'} size="small" />
        <View>{draft.position ? '集合点的位置已选好' : '还没有集合点的位置'}</View>
      </View>
      <View className="organisingActs">
        <Button kind="secondary" icon="map" onPress={map.open}>
          在地图上选
        </Button>
        <Button kind="secondary" icon="here" onPress={here}>
          用手机定位
        </Button>
      </View>
      <ProblemLine message={problems.position} />
      {map.isOpen ? (
        <PositionSheet
          words="拖动地图，让图钉对准集合点。"
          from={draft.position}
          onClose={map.close}
          onChoose={(position) => {
            map.close()
            choose({ position, address: '' })
          }}
        />
      ) : null}
    </View>
  )
}

export const WhereFields = (props: FieldsProps) => {
  const { draft, problems, onChange } = props
  return (
    <>
      <Field
        label="集合地点"
        value={draft.address}
        maxLength={CASE_ADDRESS_LENGTH.max}
        placeholder="例如 南京西路 100 号门口"
        error={problems.address}
        onChange={(address) => onChange({ address })}
      />
      <PositionField {...props} />
      <NumberField
        label="签到范围（米）"
        value={draft.fenceMetres}
        help="离集合点多远还算到场。手机定位有几十米误差"
        error={problems.fenceMetres}
        onChange={(fenceMetres) => onChange({ fenceMetres })}
      />
    </>
  )
}

const skillChoices: { value: Skill | 'none'; text: string }[] = [
  { value: 'none', text: '不限' },
  ...SKILLS.map((skill) => ({ value: skill, text: skillWords[skill] })),
]

interface RoleProps {
  role: RoleDraft
  number: number
  problem: string | undefined
  onChange: (part: Partial<RoleDraft>) => void
  onRemove: (() => void) | null
}

const RoleFields = ({ role, number, problem, onChange, onRemove }: RoleProps) => (
  <View className="organisingItem">
    <Field
      label={`岗位 ${number}`}
      value={role.name}
      maxLength={ACTIVITY_TEXTS.role.max}
      placeholder="例如 引导员"
      onChange={(name) => onChange({ name })}
    />
    <NumberField
      label={`岗位 ${number} 的人数`}
      value={role.capacity}
      onChange={(capacity) => onChange({ capacity })}
    />
    <ChoiceField
      label={`岗位 ${number} 要的技能`}
      choices={skillChoices}
      value={role.skill ?? 'none'}
      onChange={(skill) => onChange({ skill: skill === 'none' ? null : skill })}
    />
    <NumberField
      label={`岗位 ${number} 的最小年龄`}
      value={role.minAge}
      help="不限就空着"
      onChange={(minAge) => onChange({ minAge })}
    />
    <ProblemLine message={problem} />
    {onRemove ? (
      <Button kind="quiet" icon="remove" label={`删去岗位 ${number}`} onPress={onRemove}>
        删去这个岗位
      </Button>
    ) : null}
  </View>
)

/** 引导员 ×2. */
export const RolesCard = ({ draft, problems, onChange }: FieldsProps) => {
  const { roles } = draft
  return (
    <Card title="岗位和人数">
      {roles.map((role, index) => (
        <RoleFields
          key={role.roleId}
          role={role}
          number={index + 1}
          problem={problems[`roles.${index}`]}
          onChange={(part) =>
            onChange({ roles: roles.map((each) => (each === role ? { ...each, ...part } : each)) })
          }
          onRemove={
            roles.length > 1 ? () => onChange({ roles: roles.filter((each) => each !== role) }) : null
          }
        />
      ))}
      <ProblemLine message={problems.roles} />
      {mayAddRole(draft) ? (
        <Button kind="secondary" icon="add" onPress={() => onChange({ roles: [...roles, newRole(roles)] })}>
          加一个岗位
        </Button>
      ) : null}
    </Card>
  )
}

export const InsuranceField = ({ draft, onChange }: Omit<FieldsProps, 'problems'>) => (
  <Field
    label="保险（选填）"
    value={draft.insurance}
    maxLength={ACTIVITY_TEXTS.insurance.max}
    isLong
    placeholder="谁为谁买了什么保险"
    onChange={(insurance) => onChange({ insurance })}
  />
)
