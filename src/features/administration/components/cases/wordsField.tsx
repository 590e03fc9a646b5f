import type { TemplateAct } from '@contract/caseRules'
import { CASE_WORDS_LENGTH } from '@contract/limits'
import { View } from '@tarojs/components'
import { call } from '@/cloud/call'
import { useAnswer } from '@/cloud/useAnswer'
import { Chip } from '@/components/chip'
import { Field } from '@/components/field'
import type { StepFieldsProps, StepSubject } from './stepFields'

const useTemplates = (act: TemplateAct | undefined, { deskCode, departmentId, isHandler }: StepSubject) => {
  const organisationId = isHandler && departmentId ? departmentId : undefined
  const answer = useAnswer(act ? `${act}/${deskCode}/${organisationId}` : null, () =>
    call('caseRules', 'listTemplates', {
      placeCode: deskCode,
      ...(organisationId ? { organisationId } : {}),
      ...(act ? { act } : {}),
    }),
  )
  return answer.state.status === 'ready' ? answer.state.value.templates : []
}

/** What is said with a step; ready-made replies are put in and can be changed. */
export const WordsField = ({ move, subject, draft, problems, onChange }: StepFieldsProps) => {
  const asked = move.words
  const templates = useTemplates(asked?.template, subject)
  if (!asked) return null
  return (
    <>
      {templates.length > 0 ? (
        <View className="stepSheet__chips">
          {templates.map(({ templateId, name, text }) => (
            <Chip
              key={templateId}
              text={name}
              label={`用模板：${name}`}
              isChosen={draft.words === text}
              onPress={() => onChange({ words: text })}
            />
          ))}
        </View>
      ) : null}
      <Field
        label={asked.label}
        value={draft.words}
        maxLength={CASE_WORDS_LENGTH.max}
        isLong
        help={asked.help}
        error={problems.words}
        onChange={(words) => onChange({ words })}
      />
    </>
  )
}
