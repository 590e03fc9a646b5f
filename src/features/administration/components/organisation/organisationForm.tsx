import {
  ORGANISATION_INTRODUCTION_LENGTH,
  ORGANISATION_NAME_LENGTH,
  PERSON_NAME_LENGTH,
} from '@contract/limits'
import { Card } from '@/components/card'
import { ChoiceField } from '@/components/choiceField'
import { Field } from '@/components/field'
import { PlaceField } from '@/components/placeField'
import type { DraftProblems, OrganisationDraft } from '../../organisationDraft'
import { organisationKindChoices } from '../../organisationWords'

const PHONE_MAX = 20

const contactChoices = [
  { value: 'keep', text: '不改' },
  { value: 'replace', text: '换成新的' },
  { value: 'remove', text: '去掉' },
] as const

interface OrganisationFormProps {
  draft: OrganisationDraft
  problems: DraftProblems
  /** Registering: the place can be chosen within this one. Null: the organisation stays where it is. */
  within: string | null
  /** The head of an organisation does not decide what kind it is. */
  mayChangeKind: boolean
  /** Whether a contact is kept that would stay. */
  hasContact: boolean
  onChange: (part: Partial<OrganisationDraft>) => void
}

const Contact = ({ draft, problems, hasContact, onChange }: OrganisationFormProps) => (
  <Card title="联系方式">
    {hasContact ? (
      <ChoiceField
        label="已经留有联系方式"
        choices={[...contactChoices]}
        value={draft.contactChange}
        onChange={(contactChange) => onChange({ contactChange })}
      />
    ) : null}
    {draft.contactChange === 'replace' || !hasContact ? (
      <>
        <Field
          label="联系人"
          value={draft.contactName}
          maxLength={PERSON_NAME_LENGTH.max}
          error={problems.contactName}
          onChange={(contactName) => onChange({ contactName, contactChange: 'replace' })}
        />
        <Field
          label="联系电话"
          value={draft.contactPhone}
          maxLength={PHONE_MAX}
          help="保存时加密，只有管理员和本组织负责人看得到，每看一次都有记录"
          error={problems.contactPhone}
          onChange={(contactPhone) => onChange({ contactPhone, contactChange: 'replace' })}
        />
      </>
    ) : null}
  </Card>
)

/** What is known of an organisation, to be written or changed. */
export const OrganisationForm = (props: OrganisationFormProps) => {
  const { draft, problems, within, mayChangeKind, onChange } = props
  return (
    <>
      <Card title="基本情况">
        {within === null ? null : (
          <PlaceField
            label="地区"
            value={draft.placeCode}
            within={within}
            from="city"
            depth="village"
            help="登记以后不能换地区"
            error={problems.placeCode}
            onChange={({ code }) => onChange({ placeCode: code })}
          />
        )}
        {mayChangeKind ? (
          <ChoiceField
            label="组织类别"
            choices={organisationKindChoices}
            value={draft.kind}
            error={problems.kind}
            onChange={(kind) => onChange({ kind })}
          />
        ) : null}
        <Field
          label="组织名称"
          value={draft.name}
          maxLength={ORGANISATION_NAME_LENGTH.max}
          error={problems.name}
          onChange={(name) => onChange({ name })}
        />
        <Field
          label="简介"
          value={draft.introduction}
          maxLength={ORGANISATION_INTRODUCTION_LENGTH}
          isLong
          error={problems.introduction}
          onChange={(introduction) => onChange({ introduction })}
        />
      </Card>
      <Contact {...props} />
    </>
  )
}
