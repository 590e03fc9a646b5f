import { View } from '@tarojs/components'
import { Notice } from '@/components/notice'
import type { ReportProblems } from '../draft/reportDraft'

/** Summed up on top of the form; each is told at its place as well. */
export const ProblemsNotice = ({ problems }: { problems: ReportProblems }) => {
  const sentences = Object.values(problems)
  if (sentences.length === 0) return null
  return (
    <Notice kind="error" title={`还差 ${sentences.length} 处`}>
      {sentences.map((sentence) => (
        <View key={sentence}>{sentence}</View>
      ))}
    </Notice>
  )
}
