import type { NominationPlan } from '@contract/campaigns'
import { DEPARTMENTS_MAX } from '@contract/limits'
import { districtsOf, placeName } from '@contract/places/names'
import { Card } from '@/components/card'
import { ChoiceField } from '@/components/choiceField'
import { replacedAt, withoutAt } from '../../planEdits'
import { OrganisationField } from '../organisation/organisationField'
import type { NominationProps } from './form'
import { Act, Item, NumberField, Spot } from './parts'

type Quotas = NominationPlan['quotas']

interface QuotaItemProps {
  path: string
  name: string
  quota: number
  error: string | undefined
  onChange: (quota: number) => void
  onRemove: () => void
}

const QuotaItem = ({ path, name, quota, error, onChange, onRemove }: QuotaItemProps) => (
  <Item acts={<Act icon="remove" words="去掉" label={name} onPress={onRemove} />}>
    <Spot path={path}>
      <NumberField label={`${name}的名额`} value={quota} error={error} onChange={onChange} />
    </Spot>
  </Item>
)

interface PartProps extends NominationProps {
  revise: (part: Partial<Quotas>) => void
}

const Districts = ({ editor, cityCode, nomination, revise }: PartProps) => {
  const { districts, perDistrict } = nomination.quotas
  const others = districtsOf(cityCode).filter(
    ({ code }) => !districts.some(({ placeCode }) => placeCode === code),
  )
  return (
    <>
      {districts.map(({ placeCode, quota }, index) => (
        <QuotaItem
          key={placeCode}
          path={`nomination.quotas.districts.${index}.quota`}
          name={placeName(placeCode)}
          quota={quota}
          error={editor.problemAt(`nomination.quotas.districts.${index}.quota`)}
          onChange={(next) => revise({ districts: replacedAt(districts, index, { quota: next }) })}
          onRemove={() => revise({ districts: withoutAt(districts, index) })}
        />
      ))}
      {others.length > 0 ? (
        <ChoiceField
          label="给一个区另定名额"
          choices={others.map(({ code, name }) => ({ value: code, text: name }))}
          value={null}
          onChange={(placeCode) => revise({ districts: [...districts, { placeCode, quota: perDistrict }] })}
        />
      ) : null}
    </>
  )
}

const Departments = ({ editor, cityCode, nomination, revise }: PartProps) => {
  const { departments, perDistrict } = nomination.quotas
  return (
    <>
      {departments.map(({ organisationId, name, quota }, index) => (
        <QuotaItem
          key={organisationId}
          path={`nomination.quotas.departments.${index}.quota`}
          name={name}
          quota={quota}
          error={editor.problemAt(`nomination.quotas.departments.${index}.quota`)}
          onChange={(next) => revise({ departments: replacedAt(departments, index, { quota: next }) })}
          onRemove={() => revise({ departments: withoutAt(departments, index) })}
        />
      ))}
      {departments.length < DEPARTMENTS_MAX ? (
        <OrganisationField
          label="加一个也能初审的行业管理部门"
          placeCode={cityCode}
          value={null}
          error={editor.problemAt('nomination.quotas.departments')}
          onChange={({ organisationId, name }) => {
            if (departments.some((one) => one.organisationId === organisationId)) return
            revise({ departments: [...departments, { organisationId, name, quota: perDistrict }] })
          }}
        />
      ) : null}
    </>
  )
}

/** 名额: how many a district or a department may put forward. */
export const QuotaRules = (props: NominationProps) => {
  const { editor, nomination, onChange } = props
  const revise = (part: Partial<Quotas>) => onChange({ quotas: { ...nomination.quotas, ...part } })
  return (
    <Card title="推荐名额">
      <Spot path="nomination.quotas.perDistrict">
        <NumberField
          label="每个区最多推荐几个"
          value={nomination.quotas.perDistrict}
          error={editor.problemAt('nomination.quotas.perDistrict')}
          onChange={(perDistrict) => revise({ perDistrict })}
        />
      </Spot>
      <Districts {...props} revise={revise} />
      <Departments {...props} revise={revise} />
    </Card>
  )
}
