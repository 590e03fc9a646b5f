import type { ReplyTemplate, TemplateAct } from '@contract/caseRules'
import { CASE_WORDS_LENGTH } from '@contract/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { Button } from '@/components/button'
import { ChoiceField } from '@/components/choiceField'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'
import { Sheet } from '@/components/sheet'
import { showToast } from '@/components/toast'
import { templateActs, templateActWords } from '../../caseRuleWords'
import { useSending } from './useSending'

const NAME_MAX = 20

const acts = templateActs.map((value) => ({ value, text: templateActWords[value] }))

interface SheetProps {
  placeCode: string
  onClose: () => void
  onChanged: () => Promise<void>
}

interface TemplateSheetProps extends SheetProps {
  /** Null: a new one. */
  template: ReplyTemplate | null
  firstAct: TemplateAct
}

/** A text to be written or changed. */
export const TemplateSheet = ({ placeCode, template, firstAct, onClose, onChanged }: TemplateSheetProps) => {
  const [draft, setDraft] = useState({
    act: template?.act ?? firstAct,
    name: template?.name ?? '',
    text: template?.text ?? '',
  })
  const { anew, problemAt, trouble, send } = useSending()
  const change = (part: Partial<typeof draft>) => {
    setDraft({ ...draft, ...part })
    anew()
  }
  const save = async () => {
    const input = { placeCode, templateId: template?.templateId ?? null, ...draft }
    const saved = await send((requestId) => call('caseRules', 'saveTemplate', input, { requestId }))
    if (!saved) return
    await onChanged()
    showToast('已保存')
    onClose()
  }
  return (
    <Sheet
      title={template ? '修改模板' : '新增模板'}
      isOpen
      onClose={onClose}
      actions={<Button onPress={save}>保存模板</Button>}
    >
      <ChoiceField label="用在哪一步" choices={acts} value={draft.act} onChange={(act) => change({ act })} />
      <Field
        label="名称"
        value={draft.name}
        maxLength={NAME_MAX}
        error={problemAt('name')}
        onChange={(name) => change({ name })}
      />
      <Field
        label="内容"
        value={draft.text}
        maxLength={CASE_WORDS_LENGTH.max}
        isLong
        help="市民会看到"
        error={problemAt('text')}
        onChange={(text) => change({ text })}
      />
      {trouble ? (
        <Notice kind="error" title="还没有保存">
          {trouble}
        </Notice>
      ) : null}
    </Sheet>
  )
}

export const RemoveTemplate = ({
  placeCode,
  template,
  onClose,
  onChanged,
}: SheetProps & { template: ReplyTemplate }) => {
  const { trouble, send } = useSending()
  const remove = async () => {
    const input = { placeCode, templateId: template.templateId }
    const removed = await send((requestId) => call('caseRules', 'removeTemplate', input, { requestId }))
    if (!removed) return
    await onChanged()
    onClose()
  }
  return (
    <Sheet
      title={`删除“${template.name}”`}
      isOpen
      onClose={onClose}
      actions={
        <Button kind="danger" onPress={remove}>
          删除模板
        </Button>
      }
    >
      <View>删除以后不再供选择，已经发出的答复不变。</View>
      {trouble ? <Notice kind="error">{trouble}</Notice> : null}
    </Sheet>
  )
}
