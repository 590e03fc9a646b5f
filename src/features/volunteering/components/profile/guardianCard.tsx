import { PERSON_NAME_LENGTH } from '@contract/limits'
import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { ChoiceField } from '@/components/choiceField'
import { Field } from '@/components/field'
import { guardianWords } from '../../peopleWords'
import type { ProfileForm, ProfileProblems } from '../../profile/profileForm'
import './profile.scss'

const PHONE_MAX = 20

const relations = (['parent', 'grandparent', 'other'] as const).map((value) => ({
  value,
  text: guardianWords[value],
}))

const consent = [{ value: 'agreed' as const, text: '监护人知道并同意我参加' }]

interface GuardianCardProps {
  form: ProfileForm
  problems: ProfileProblems
  onChange: (part: Partial<ProfileForm>) => void
}

/** Who stands for a child, and that they have agreed. */
export const GuardianCard = ({ form, problems, onChange }: GuardianCardProps) => (
  <Card title="监护人">
    <View className="profile__why">
      未满 18 岁参加志愿服务，要先经监护人同意。这些内容加密保存，年满 18 岁后自动删除。
    </View>
    <Field
      label="监护人姓名"
      value={form.guardianName}
      maxLength={PERSON_NAME_LENGTH.max}
      error={problems.guardianName}
      // Another guardian has not agreed yet.
      onChange={(guardianName) => onChange({ guardianName, hasAgreed: false })}
    />
    <Field
      label="监护人电话"
      value={form.guardianPhone}
      maxLength={PHONE_MAX}
      keyboard="telephone"
      help="有急事时联系"
      error={problems.guardianPhone}
      onChange={(guardianPhone) => onChange({ guardianPhone })}
    />
    <ChoiceField
      label="和你的关系"
      choices={relations}
      value={form.guardianRelation}
      error={problems.guardianRelation}
      onChange={(guardianRelation) => onChange({ guardianRelation })}
    />
    <ChoiceField
      label="监护人同意"
      choices={consent}
      value={form.hasAgreed ? 'agreed' : null}
      error={problems.hasAgreed}
      onChange={() => onChange({ hasAgreed: true })}
    />
  </Card>
)
