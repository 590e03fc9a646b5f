import type { caseRules, ReplyTemplate } from '../../contract/caseRules'
import { fail, ok } from '../../contract/result'
import type { Scope } from '../platform/access'
import { placeChain } from '../platform/cases/routing'
import { keyedName } from '../platform/secrets'
import type { Methods } from '../platform/serve'
import type { TemplateEntry } from './rows'
import { hasDone, withTemplate } from './rules'
import * as store from './store'

type CaseRulesMethods = Methods<typeof caseRules>

const presentTemplate = (
  { templateId, act, name, text }: TemplateEntry,
  placeCode: string,
): ReplyTemplate => ({ templateId, act, name, text, placeCode })

interface Wanted {
  placeCode: string
  organisationId?: string | undefined
}

/** A handler asks as one of an organisation, and sees what there is where that organisation is. */
export const placeOfTemplates = async ({ placeCode, organisationId }: Wanted): Promise<Scope | null> => {
  if (organisationId === undefined) return { placeCode, organisationId: null }
  const organisation = await store.findOrganisation(organisationId)
  return organisation && { placeCode: organisation.placeCode, organisationId }
}

/** Of the place first, then of those above it. */
export const listTemplates: CaseRulesMethods['listTemplates']['run'] = async ({ input }) => {
  const scope = await placeOfTemplates(input)
  const chain = placeChain(scope?.placeCode ?? input.placeCode)
  const rows = await store.listTemplatesOf(chain)
  const templates = chain.flatMap((placeCode) =>
    (rows.find(({ _id }) => _id === placeCode)?.templates ?? [])
      .filter(({ act }) => input.act === undefined || act === input.act)
      .map((template) => presentTemplate(template, placeCode)),
  )
  return ok({ templates })
}

export const saveTemplate: CaseRulesMethods['saveTemplate'] = async (call) => {
  const { input, caller, requestId, now, note } = call
  const { placeCode, act, name, text } = input
  const templateId = input.templateId ?? keyedName('template', caller.accountId, requestId)
  const template = { templateId, act, name, text }
  const entry = { requestId, accountId: caller.accountId, at: now, templateId }
  for (;;) {
    const before = await store.findTemplates(placeCode)
    if (before && hasDone(before.history, requestId))
      return ok({ template: presentTemplate(template, placeCode) })
    const changed = withTemplate(before?.templates ?? [], template, input.templateId === null)
    if (typeof changed === 'string') return fail({ code: changed })
    if (!(await store.saveTemplates(placeCode, before, changed, entry))) continue
    const earlier = before?.templates.find((each) => each.templateId === templateId) ?? null
    note({ subject: `template/${templateId}`, before: earlier, after: template })
    return ok({ template: presentTemplate(template, placeCode) })
  }
}

/** Removed already, by this request tried again or by a colleague: either way it is gone. */
export const removeTemplate: CaseRulesMethods['removeTemplate'] = async (call) => {
  const { input, caller, requestId, now, note } = call
  const { placeCode, templateId } = input
  const entry = { requestId, accountId: caller.accountId, at: now, templateId }
  for (;;) {
    const before = await store.findTemplates(placeCode)
    const earlier = before?.templates.find((each) => each.templateId === templateId)
    if (!before || !earlier) return ok({ templateId })
    const left = before.templates.filter((each) => each !== earlier)
    if (!(await store.saveTemplates(placeCode, before, left, entry))) continue
    note({ subject: `template/${templateId}`, before: earlier, after: null })
    return ok({ templateId })
  }
}
