import type { FormPart, FormProblem } from '@contract/nominations'
import { View } from '@tarojs/components'
import { Icon } from '@/components/icon'
import { Notice } from '@/components/notice'
import { Pressable } from '@/components/pressable'
import { focusPart } from '../focusPart'

/** What is said of each part: a problem at submitting, or a reviewer's reason. */
export type SaidOfParts = Partial<Record<FormPart, string>>

/** All that stands in the way of submitting, each a way to its place. */
export const Problems = ({ problems }: { problems: FormProblem[] }) =>
  problems.length === 0 ? null : (
    <Notice kind="error" title={`还不能提交，有 ${problems.length} 处要补充或修改`}>
      {problems.map(({ part, message }) => (
        <Pressable
          key={`${part}${message}`}
          className="formProblems__one"
          label={`${message}，去修改`}
          onPress={() => focusPart(part)}
        >
          <View className="formProblems__words">{message}</View>
          <Icon name="forward" size="small" />
        </Pressable>
      ))}
    </Notice>
  )

/** In the order of the form. */
export const inFormOrder = (problems: FormProblem[], parts: FormPart[]): FormProblem[] =>
  [...problems].sort((one, other) => parts.indexOf(one.part) - parts.indexOf(other.part))

/** What stands at each part: its problems in one sentence. */
export const problemsByPart = (problems: FormProblem[]): SaidOfParts => {
  const byPart: SaidOfParts = {}
  for (const { part, message } of problems)
    byPart[part] = byPart[part] === undefined ? message : `${byPart[part]}；${message}`
  return byPart
}
