import { FilterChips } from '@/components/chip'
import { type EditorSection, SECTIONS, sectionNames, sectionOf } from '../../campaignProblems'
import type { CampaignEditor } from '../../useCampaignEditor'

const textOf = (section: EditorSection, index: number, problems: number): string =>
  `${index + 1} ${sectionNames[section]}${problems > 0 ? ` · ${problems} 处` : ''}`

interface StepsProps {
  editor: CampaignEditor
  current: EditorSection
  onChoose: (section: EditorSection) => void
}

/** The sections in order; each says how much in it is still to be put right. */
export const Steps = ({ editor, current, onChoose }: StepsProps) => {
  const shown = editor.problems.filter(({ path }) => editor.problemAt(path) !== undefined)
  const countIn = (section: EditorSection) => shown.filter(({ path }) => sectionOf(path) === section).length
  return (
    <FilterChips
      options={SECTIONS.map((value, index) => ({
        value,
        text: textOf(value, index, countIn(value)),
      }))}
      chosen={current}
      onChoose={onChoose}
    />
  )
}
