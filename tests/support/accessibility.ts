import { readFileSync } from 'node:fs'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { folderOf } from '../../config/folders'

const axe = readFileSync(folderOf('node_modules/axe-core/axe.min.js'), 'utf8')

const WCAG_21_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']

/** The rules whose outcome hangs on sizes and colours, which is all that care mode changes. */
export const RULES_OF_STYLE = [
  'color-contrast',
  'target-size',
  'scrollable-region-focusable',
  'meta-viewport',
]

/**
 * What the page as it stands breaks, a line for each rule: every rule of WCAG 2.1 A and AA, and what is serious or
 * critical by axe's own good practice. Empty is right. `rules`: only these.
 */
export async function accessibilityViolations(page: Page, rules?: string[]): Promise<string[]> {
  await page.evaluate(axe)
  const { violations } = await page.evaluate(runAxe, rules)
  return violations
    .filter(
      ({ impact, tags }) =>
        tags.some((tag) => WCAG_21_AA.includes(tag)) || impact === 'serious' || impact === 'critical',
    )
    .map(({ id, help, nodes }) => {
      const [first] = nodes
      const where = `${nodes.length}×, first: ${first?.html.slice(0, 200)}`
      return `${id}: ${help} (${where}) ${first?.failureSummary?.split('\n')[1]?.trim() ?? ''}`
    })
}

const runAxe = (rules: string[] | undefined): Promise<AxeResults> => {
  const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } }
  const only = rules ? { runOnly: { type: 'rule', values: rules } } : {}
  return axe.run({ resultTypes: ['violations'], ...only })
}
