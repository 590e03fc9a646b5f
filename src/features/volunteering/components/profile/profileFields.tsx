import { PERSON_NAME_LENGTH } from '@contract/limits'
import { SKILLS, TIMES } from '@contract/volunteering/people'
import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { ChoiceField } from '@/components/choiceField'
import { Field } from '@/components/field'
import { MonthField } from '@/components/monthField'
import { Notice } from '@/components/notice'
import { PlaceField } from '@/components/placeField'
import { skillWords, usualTimeWords } from '@/words/volunteering'
import { needsGuardian, type ProfileForm, type ProfileProblems } from '../../profile/profileForm'
import { ChipsField } from './chipsField'
import { GuardianCard } from './guardianCard'

interface ProfileFieldsProps {
  form: ProfileForm
  problems: ProfileProblems
  onChange: (part: Partial<ProfileForm>) => void
}

const listedChoices = [
  { value: 'listed', text: '显示姓', line: '如“陈**”，不显示全名' },
  { value: 'hidden', text: '不上榜', line: '时长照常记录，别人在榜上看不到你' },
] as const

/** Summed up on top of the form; each is told at its place as well. */
const Missing = ({ problems }: { problems: ProfileProblems }) => {
  const sentences = Object.values(problems)
  return sentences.length === 0 ? null : (
    <Notice kind="error" title={`还差 ${sentences.length} 处`}>
      {sentences.map((sentence) => (
        <View key={sentence}>{sentence}</View>
      ))}
    </Notice>
  )
}

const Useful = ({ form, onChange }: ProfileFieldsProps) => (
  <Card title="方便安排（选填）">
    <ChipsField
      label="特长"
      help="有的岗位需要会急救、会手语的人，负责人按这个找人"
      words={skillWords}
      all={SKILLS}
      chosen={form.skills}
      onChange={(skills) => onChange({ skills })}
    />
    <ChipsField
      label="通常有空的时间"
      help="负责人排班时参考，不用每次都来"
      words={usualTimeWords}
      all={TIMES}
      chosen={form.times}
      onChange={(times) => onChange({ times })}
    />
  </Card>
)

/** What is asked of a volunteer, each with why. */
export const ProfileFields = (props: ProfileFieldsProps) => {
  const { form, problems, onChange } = props
  return (
    <>
      <Missing problems={problems} />
      <Card title="你是谁">
        <Field
          label="姓名"
          value={form.name}
          maxLength={PERSON_NAME_LENGTH.max}
          help="服务证明上要写真实姓名。只有活动和队伍的负责人、管理员看得到"
          error={problems.name}
          onChange={(name) => onChange({ name })}
        />
        <MonthField
          label="出生年月"
          value={form.bornIn}
          until={Date.now()}
          help="有的岗位有年龄要求，知道年月就够了"
          error={problems.bornIn}
          onChange={(bornIn) => onChange({ bornIn })}
        />
        <PlaceField
          label="所在地区"
          value={form.place}
          from="street"
          depth="grid"
          help="选到街镇就行，用来找离你近的活动和服务队"
          error={problems.place}
          onChange={({ code }) => onChange({ place: code })}
        />
      </Card>
      {needsGuardian(form, Date.now()) ? <GuardianCard {...props} /> : null}
      <Useful {...props} />
      <Card>
        <ChoiceField
          label="榜单上怎么显示"
          choices={[...listedChoices]}
          value={form.isListed ? 'listed' : 'hidden'}
          help="服务时长会排榜，你可以不上榜"
          onChange={(value) => onChange({ isListed: value === 'listed' })}
        />
      </Card>
    </>
  )
}
