import type { Routing, RoutingRule } from '@contract/caseRules'
import type { Category } from '@contract/cases/categories'
import { ROUTING_RULES_MAX } from '@contract/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { Button } from '@/components/button'
import { EmptyState } from '@/components/emptyState'
import { Notice } from '@/components/notice'
import { useIsDesk } from '@/components/page/desk'
import { SplitView } from '@/components/splitView'
import { showToast } from '@/components/toast'
import { earlierAt, replacedAt, withoutAt } from '../../planEdits'
import { newRule } from '../../routingDraft'
import { RuleEditor } from './ruleEditor'
import { RuleItem } from './ruleItem'
import { TryRouting } from './tryRouting'
import { useRuleNames } from './useRuleNames'
import { useSending } from './useSending'
import '../listPage.scss'

interface RoutingRulesProps {
  routing: Routing
  categories: Category[]
  mayEdit: boolean
  onLookAnew: () => Promise<void>
}

const useRules = ({ routing, onLookAnew }: RoutingRulesProps) => {
  // Null: as they are kept.
  const [draft, setDraft] = useState<RoutingRule[] | null>(null)
  const { anew, send, ...sending } = useSending()
  const change = (rules: RoutingRule[]) => {
    setDraft(rules)
    anew()
  }
  const drop = () => {
    setDraft(null)
    anew()
  }
  const save = async () => {
    const { placeCode, version: basedOn } = routing
    const rules = draft ?? routing.rules
    const saved = await send((requestId) =>
      call('caseRules', 'saveRouting', { placeCode, basedOn, rules }, { requestId }),
    )
    await onLookAnew()
    if (!saved) return
    setDraft(null)
    showToast('已保存')
  }
  return { rules: draft ?? routing.rules, isChanged: draft !== null, change, drop, save, ...sending }
}

type Kept = ReturnType<typeof useRules>

const SaveBar = ({ isChanged, trouble, error, save, drop }: Kept) =>
  isChanged ? (
    <>
      {trouble ? (
        <Notice kind="error" title="还没有保存">
          {error?.code === 'changed_meanwhile'
            ? '别人刚刚改过这里的规则。你改的还在，核对以后再保存。'
            : trouble}
        </Notice>
      ) : (
        <Notice kind="warning" title="改动还没有保存" />
      )}
      <View className="listActs">
        <Button onPress={save}>保存规则</Button>
        <Button kind="quiet" onPress={drop}>
          不改了
        </Button>
      </View>
    </>
  ) : null

/** The rules in their order, and beside them the one that is edited, or a try of those that are kept. */
export const RoutingRules = (props: RoutingRulesProps) => {
  const { routing, categories, mayEdit } = props
  const kept = useRules(props)
  const { rules, change } = kept
  const names = useRuleNames(rules, categories)
  const [openId, setOpenId] = useState<string | null>(null)
  const isDesk = useIsDesk()
  const openIndex = rules.findIndex(({ ruleId }) => ruleId === openId)
  const openRule = rules[openIndex]
  const add = () => {
    const rule = newRule(rules)
    change([...rules, rule])
    setOpenId(rule.ruleId)
  }
  const tryIt = (
    <TryRouting placeCode={routing.placeCode} categories={categories} isChanged={kept.isChanged} />
  )
  return (
    <SplitView
      hasDetail={openRule !== undefined}
      list={
        <>
          {rules.length === 0 ? <EmptyState reason="这个地区还没有自己的派遣规则" /> : null}
          {rules.map((rule, index) => (
            <RuleItem
              key={rule.ruleId}
              rule={rule}
              number={index + 1}
              names={names}
              isOpen={rule.ruleId === openId}
              acts={
                mayEdit
                  ? {
                      edit: () => setOpenId(rule.ruleId),
                      rise: index > 0 ? () => change(earlierAt(rules, index)) : null,
                      sink: index < rules.length - 1 ? () => change(earlierAt(rules, index + 1)) : null,
                      remove: () => change(withoutAt(rules, index)),
                    }
                  : null
              }
            />
          ))}
          {mayEdit && rules.length < ROUTING_RULES_MAX ? (
            <Button kind="secondary" icon="add" onPress={add}>
              加一条规则
            </Button>
          ) : null}
          <SaveBar {...kept} />
          {isDesk ? null : tryIt}
        </>
      }
      detail={
        openRule ? (
          <RuleEditor
            key={openRule.ruleId}
            placeCode={routing.placeCode}
            rule={openRule}
            categories={categories}
            names={names}
            problemAt={(path) => kept.problemAt(`rules.${openIndex}.${path}`)}
            onChange={(part) => change(replacedAt(rules, openIndex, part))}
            onDone={() => setOpenId(null)}
          />
        ) : (
          tryIt
        )
      }
    />
  )
}
