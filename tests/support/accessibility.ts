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

/** Good practice that axe itself calls minor or moderate: not asked, as the answers would not count below. */
const RULES_OF_LESSER_IMPACT = [
  'aria-allowed-role',
  'empty-heading',
  'empty-table-header',
  'heading-order',
  'image-redundant-alt',
  'landmark-banner-is-top-level',
  'landmark-contentinfo-is-top-level',
  'landmark-main-is-top-level',
  'landmark-no-duplicate-banner',
  'landmark-no-duplicate-contentinfo',
  'landmark-no-duplicate-main',
  'landmark-one-main',
  'landmark-unique',
  'meta-viewport-large',
  'page-has-heading-one',
  'presentation-role-conflict',
  'region',
  'scope-attr-valid',
  'skip-link',
  'table-duplicate-name',
]

/**
 * What the page as it stands breaks, a line for each rule: every rule of WCAG 2.1 A and AA, and what is serious or
 * critical by axe's own good practice. Empty is right. `rules`: only these.
 */
export async function accessibilityViolations(page: Page, rules?: string[]): Promise<string[]> {
  if (!(await page.evaluate(hasAxe))) await page.evaluate(axe)
  const { violations } = await page.evaluate(runAxe, { only: rules, without: RULES_OF_LESSER_IMPACT })
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

const hasAxe = (): boolean => 'axe' in globalThis

const runAxe = ({
  only,
  without,
}: {
  only: string[] | undefined
  without: string[]
}): Promise<AxeResults> => {
  const { axe } = globalThis as unknown as {
    axe: { run(context: object, options: object): Promise<AxeResults> }
  }
  // Not what Taro itself draws and fades: half seen, its words have too little contrast.
  return axe.run(
    { exclude: [['.taro__toast']] },
    {
      resultTypes: ['violations'],
      // Not `cssom`: it fetches every style sheet again, for a rule that is off.
      preload: { assets: ['media'] },
      ...(only
        ? { runOnly: { type: 'rule', values: only } }
        : { rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])) }),
    },
  )
}
