import { REPORT_UPLOADS, type StaffCase } from '@contract/cases/cases'
import { CASE_ADDRESS_LENGTH, CASE_PHOTOS, SUSPENSION_TIME_MAX } from '@contract/limits'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Chip } from '@/components/chip'
import { ChoiceField } from '@/components/choiceField'
import { DateTimeField } from '@/components/dateTimeField'
import { Field } from '@/components/field'
import { PhotoPicker } from '@/components/photoPicker'
import { PlaceField } from '@/components/placeField'
import type { Move, StepField } from '../../caseMoves'
import type { StepDraft, StepProblems } from '../../caseSteps'
import { CategoryField } from './categoryField'
import { ColleagueField } from './colleagueField'
import { MergeTargetField } from './mergeTargetField'
import { PositionField } from './positionField'
import { ReceiverField } from './receiverField'
import { WordsField } from './wordsField'

/** The case, or the first of several, that a step is about. */
export type StepSubject = Pick<
  StaffCase,
  'caseId' | 'deskCode' | 'departmentId' | 'minAfterPhotos' | 'placeCode' | 'address' | 'position' | 'asked'
> & {
  /** More than one case at once: nothing is proposed for all of them. */
  isBulk: boolean
  /** Templates of the department instead of the desk's. */
  isHandler: boolean
}

export interface StepFieldsProps {
  move: Move
  subject: StepSubject
  draft: StepDraft
  problems: StepProblems
  onChange: (part: Partial<StepDraft>) => void
  onBusyChange: (isBusy: boolean) => void
}

/** Half a working day, one, two, a week. */
const READY_HOURS = [4, 8, 16, 40]
const DAY = 86_400_000

const Hours = ({ draft, problems, onChange }: StepFieldsProps) => (
  <>
    <View className="stepSheet__chips">
      {READY_HOURS.map((hours) => (
        <Chip
          key={hours}
          text={`${hours} 小时`}
          isChosen={draft.hours === String(hours)}
          onPress={() => onChange({ hours: String(hours) })}
        />
      ))}
    </View>
    <Field
      label="延长多少小时"
      value={draft.hours}
      maxLength={3}
      keyboard="number"
      help="按工作时间计时的案件是工作小时，一个工作日一般 8 小时"
      error={problems.hours}
      onChange={(hours) => onChange({ hours })}
    />
  </>
)

const Until = ({ draft, problems, onChange }: StepFieldsProps) => (
  <DateTimeField
    label="挂账到哪一天"
    value={draft.until}
    from={Date.now() + DAY}
    until={Date.now() + SUSPENSION_TIME_MAX - DAY}
    help="到这一天的零点恢复处置"
    error={problems.until}
    onChange={(until) => onChange({ until })}
  />
)

/** After-photos are taken now; a note may show an older picture. */
const Photos = ({ move, subject, draft, problems, onChange, onBusyChange }: StepFieldsProps) => {
  const isHandling = move.key === 'handle'
  return (
    <PhotoPicker
      label={isHandling ? '处置后的照片' : '照片'}
      value={draft.photos}
      limit={CASE_PHOTOS}
      source={isHandling ? 'camera' : 'any'}
      folder={REPORT_UPLOADS}
      help={
        isHandling ? `至少 ${subject.minAfterPhotos} 张，站在上报照片的位置现场拍，上报人会看到` : '可以不拍'
      }
      error={problems.photos}
      onChange={(photos) => onChange({ photos })}
      onBusyChange={onBusyChange}
    />
  )
}

const Visibility = ({ draft, onChange }: StepFieldsProps) => (
  <ChoiceField
    label="谁能看到"
    choices={[
      { value: 'internal', text: '只给办案人员看' },
      { value: 'open', text: '上报人也能看到' },
    ]}
    value={draft.isInternal ? 'internal' : 'open'}
    onChange={(value) => onChange({ isInternal: value === 'internal' })}
  />
)

const cityOf = (code: string): string => `${code.slice(0, 2)}0000`

const Place = ({ subject, draft, problems, onChange }: StepFieldsProps) => (
  <>
    <PlaceField
      label="街镇和居村"
      value={draft.placeCode}
      within={cityOf(subject.placeCode)}
      from="district"
      depth="village"
      onChange={({ code }) => onChange({ placeCode: code })}
    />
    <Field
      label="地址"
      value={draft.address}
      maxLength={CASE_ADDRESS_LENGTH.max}
      error={problems.place}
      onChange={(address) => onChange({ address })}
    />
    <PositionField value={draft.position} onChange={(position) => onChange({ position })} />
  </>
)

const fields: Record<StepField, (props: StepFieldsProps) => ReactNode> = {
  words: WordsField,
  department: ({ subject, draft, problems, onChange }) => (
    <ReceiverField
      subject={subject}
      value={draft.departmentId}
      error={problems.department}
      onChange={(departmentId) => onChange({ departmentId })}
    />
  ),
  hours: Hours,
  until: Until,
  photos: Photos,
  category: ({ draft, problems, onChange }) => (
    <CategoryField
      value={draft.categoryId}
      error={problems.category}
      onChange={(categoryId) => onChange({ categoryId })}
    />
  ),
  place: Place,
  target: ({ subject, draft, problems, onChange }) => (
    <MergeTargetField
      caseId={subject.caseId}
      value={draft.intoCaseId}
      error={problems.target}
      onChange={(intoCaseId) => onChange({ intoCaseId })}
    />
  ),
  colleague: ({ subject, draft, problems, onChange }) => (
    <ColleagueField
      caseId={subject.caseId}
      value={draft.grantId}
      error={problems.colleague}
      onChange={(grantId) => onChange({ grantId })}
    />
  ),
  visibility: Visibility,
}

/** Only what this step needs, in the order of its form. */
export const StepFields = (props: StepFieldsProps) =>
  props.move.fields.map((field) => {
    const FieldOfStep = fields[field]
    return <FieldOfStep key={field} {...props} />
  })
