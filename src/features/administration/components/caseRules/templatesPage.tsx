import type { ReplyTemplate, TemplateAct } from '@contract/caseRules'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { useAnswer, useRefreshOnPull } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { FilterChips } from '@/components/chip'
import { EmptyState } from '@/components/emptyState'
import { Skeleton } from '@/components/skeleton'
import { routes } from '@/routes'
import { templateActs, templateActWords } from '../../caseRuleWords'
import { useFilters } from '../../useFilters'
import { usePlaceNames } from '../../usePlaceNames'
import type { Staff } from '../../useStaff'
import { Act } from '../campaignEditor/parts'
import { RulesTabs } from './rulesTabs'
import { RemoveTemplate, TemplateSheet } from './templateSheet'
import './caseRules.scss'
import './caseRulesDesk.scss'

const isAct = (value: string | undefined): value is TemplateAct => templateActs.some((act) => act === value)

const options: { value: TemplateAct | 'all'; text: string }[] = [
  { value: 'all', text: '全部' },
  ...templateActs.map((value) => ({ value, text: templateActWords[value] })),
]

interface TemplateCardProps {
  template: ReplyTemplate
  placeName: string
  onEdit: (() => void) | null
  onRemove: (() => void) | null
}

const TemplateCard = ({ template, placeName, onEdit, onRemove }: TemplateCardProps) => (
  <Card title={template.name}>
    <View className="ruleRow__line">
      {templateActWords[template.act]} · {placeName}
    </View>
    <View className="words-break">{template.text}</View>
    {onEdit && onRemove ? (
      <View className="ruleItem__acts">
        <Act icon="edit" words="修改" label={template.name} onPress={onEdit} />
        <Act icon="remove" words="删除" label={template.name} onPress={onRemove} />
      </View>
    ) : null}
  </Card>
)

type Doing = { kind: 'edit'; template: ReplyTemplate | null } | { kind: 'remove'; template: ReplyTemplate }

/** Texts for replies of this place, and those of the places above, which only they change. */
export const TemplatesPageContent = ({ staff: { placeCode, roles } }: { staff: Staff }) => {
  const [{ act: asked }, change] = useFilters(['act'], (filters) => routes.replyTemplates(placeCode, filters))
  const [doing, setDoing] = useState<Doing | null>(null)
  const act = isAct(asked) ? asked : undefined
  const answer = useAnswer(`templates/${placeCode}/${act}`, () =>
    call('caseRules', 'listTemplates', { placeCode, act }),
  )
  useRefreshOnPull(answer.refresh)
  const templates = answer.state.status === 'ready' ? answer.state.value.templates : []
  const nameOf = usePlaceNames(templates.map((each) => each.placeCode))
  const mayEdit = roles.includes('administrator') || roles.includes('dispatcher')
  const close = () => setDoing(null)
  const sheet = { placeCode, onClose: close, onChanged: answer.refresh }
  return (
    <View className="caseRules">
      <RulesTabs current="templates" placeCode={placeCode} />
      <FilterChips
        options={options}
        chosen={act ?? 'all'}
        onChoose={(chosen) => change({ act: chosen === 'all' ? undefined : chosen })}
      />
      {mayEdit ? (
        <Button icon="add" kind="secondary" onPress={() => setDoing({ kind: 'edit', template: null })}>
          新增模板
        </Button>
      ) : null}
      <Answered answer={answer} skeleton={<Skeleton shape="text" count={3} />}>
        {() => (
          <View className="ruleCards">
            {templates.length === 0 ? (
              <EmptyState
                icon="comment"
                reason="还没有回复模板。常用的答复可以写在这里，办理时点一下就能用。"
              />
            ) : null}
            {templates.map((template) => {
              const isOwn = mayEdit && template.placeCode === placeCode
              return (
                <TemplateCard
                  key={template.templateId}
                  template={template}
                  placeName={nameOf(template.placeCode)}
                  onEdit={isOwn ? () => setDoing({ kind: 'edit', template }) : null}
                  onRemove={isOwn ? () => setDoing({ kind: 'remove', template }) : null}
                />
              )
            })}
          </View>
        )}
      </Answered>
      {doing?.kind === 'edit' ? (
        <TemplateSheet {...sheet} template={doing.template} firstAct={act ?? 'close'} />
      ) : null}
      {doing?.kind === 'remove' ? <RemoveTemplate {...sheet} template={doing.template} /> : null}
    </View>
  )
}
