import { CATEGORY_GROUP_KEYS, CATEGORY_GROUPS } from '@contract/cases/categories'
import { useState } from 'react'
import { Card } from '@/components/card'
import { ChoiceField } from '@/components/choiceField'
import { Field } from '@/components/field'
import { dutyChoices, wordsTyped } from '../../caseRuleWords'
import { Fields, NumberField } from '../campaignEditor/parts'
import type { PartProps } from './categoryEditor'

const groupChoices = CATEGORY_GROUP_KEYS.map((value) => ({ value, text: CATEGORY_GROUPS[value] }))

const LENGTHS = { name: 20, description: 60, words: 200, code: 8, basis: 80 }

export const CategoryBasics = ({ draft, problemAt, onChange }: PartProps) => {
  // As typed: what stands between the words stays until the next one is there.
  const [words, setWords] = useState(draft.words.join('、'))
  return (
    <Card title="基本情况">
      <Field
        label="类别名称"
        value={draft.name}
        maxLength={LENGTHS.name}
        error={problemAt('name')}
        onChange={(name) => onChange({ name })}
      />
      <Field
        label="说明"
        value={draft.description}
        maxLength={LENGTHS.description}
        help="一句话，让市民分得清相近的类别"
        error={problemAt('description')}
        onChange={(description) => onChange({ description })}
      />
      <ChoiceField
        label="大类"
        choices={groupChoices}
        value={draft.group}
        error={problemAt('group')}
        onChange={(group) => onChange({ group })}
      />
      <Field
        label="别名"
        value={words}
        maxLength={LENGTHS.words}
        help="市民平时的叫法，用顿号隔开，搜索时用得上"
        error={problemAt('words')}
        onChange={(typed) => {
          setWords(typed)
          onChange({ words: wordsTyped(typed) })
        }}
      />
      <Fields>
        <Field
          label="国标代码"
          value={draft.nationalCode ?? ''}
          maxLength={LENGTHS.code}
          help="大类和小类的数字，没有就不填"
          error={problemAt('nationalCode')}
          onChange={(typed) => onChange({ nationalCode: typed.trim() === '' ? null : typed.trim() })}
        />
        <Field
          label="依据"
          value={draft.basis}
          maxLength={LENGTHS.basis}
          help="文件名称或者文号"
          error={problemAt('basis')}
          onChange={(basis) => onChange({ basis })}
        />
      </Fields>
    </Card>
  )
}

export const CategoryLimits = ({ draft, problemAt, onChange }: PartProps) => (
  <Card title="时限">
    <ChoiceField
      label="怎样计时"
      choices={[
        { value: 'working', text: '工作小时', line: '只算工作日的上班时间，8 小时是一个工作日' },
        { value: 'continuous', text: '不分昼夜', line: '等不得的问题，节假日也算' },
      ]}
      value={draft.counting}
      onChange={(counting) => onChange({ counting })}
    />
    <Fields>
      <NumberField
        label="受理时限（小时）"
        value={draft.acceptHours}
        error={problemAt('acceptHours')}
        onChange={(acceptHours) => onChange({ acceptHours })}
      />
      <NumberField
        label="处置时限（小时）"
        value={draft.handleHours}
        error={problemAt('handleHours')}
        onChange={(handleHours) => onChange({ handleHours })}
      />
    </Fields>
  </Card>
)

export const CategoryUse = ({ draft, problemAt, onChange }: PartProps) => (
  <Card title="上报和处置">
    <ChoiceField
      label="默认职责单位"
      choices={dutyChoices}
      value={draft.defaultDuty}
      help="没有符合的派遣规则时，按这里派遣"
      error={problemAt('defaultDuty')}
      onChange={(defaultDuty) => onChange({ defaultDuty })}
    />
    <Fields>
      <NumberField
        label="上报照片（张）"
        value={draft.minPhotos}
        help="至少几张"
        error={problemAt('minPhotos')}
        onChange={(minPhotos) => onChange({ minPhotos })}
      />
      <NumberField
        label="处置照片（张）"
        value={draft.minAfterPhotos}
        help="至少几张，不能少于 1 张"
        error={problemAt('minAfterPhotos')}
        onChange={(minAfterPhotos) => onChange({ minAfterPhotos })}
      />
      <NumberField
        label="查重距离（米）"
        value={draft.duplicateRadius}
        help="这个距离内的同类案件可能是同一个问题"
        error={problemAt('duplicateRadius')}
        onChange={(duplicateRadius) => onChange({ duplicateRadius })}
      />
    </Fields>
    <ChoiceField
      label="位置"
      choices={[
        { value: 'outdoor', text: '室外' },
        { value: 'indoor', text: '室内', line: '公众地图只显示大概位置，不显示地址' },
      ]}
      value={draft.isIndoor ? 'indoor' : 'outdoor'}
      onChange={(chosen) => onChange({ isIndoor: chosen === 'indoor' })}
    />
  </Card>
)

export const CategoryState = ({ draft, onChange }: PartProps) => (
  <Card title="状态">
    <ChoiceField
      label="市民能不能选"
      choices={[
        { value: 'offered', text: '正在使用' },
        { value: 'retired', text: '停用', line: '不再供选择，已经上报的案件不受影响' },
      ]}
      value={draft.isRetired ? 'retired' : 'offered'}
      onChange={(chosen) => onChange({ isRetired: chosen === 'retired' })}
    />
  </Card>
)
