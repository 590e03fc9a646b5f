import { writeFileSync } from 'node:fs'
import { DUTIES } from '../contract/cases/duties'
import { ACTS, type Act, type Actor, CASE_STATES, type CaseState, WORKFLOW } from '../contract/cases/workflow'
import { actWords, staffStateWords } from '../src/words/cases'
import { folderOf } from './folders'

/** Makes docs/cases.md of the contract's table of steps. `npx tsx config/buildCases.ts`; a test compares. */

const ACTOR_WORDS: Record<Actor, string> = {
  reporter: '上报人',
  dispatcher: '派遣员',
  handler: '处置员',
  supervisor: '督办人',
  machine: '程序',
}

const HEAD = `# Cases 案件: from a photograph to a satisfied citizen

Made from \`contract/cases/workflow.ts\` by \`npx tsx config/buildCases.ts\`; not edited by hand. Why it is so: decisions [22](decisions/0022-one-table-for-cases.md), [23](decisions/0023-deadlines-as-a-clock.md) and [24](decisions/0024-what-the-public-sees-of-a-case.md).

\`\`\`
 report ──► reported ──► accepted ──► filed ──► dispatched ──► handling ──► handled ──► verified ──► closed ──► rated
  上报       待受理        已受理       已立案       已派遣          处置中        待核查       核查通过       已结案       评价
               │             │          ▲  ▲          │             │             │                       │
               ▼             ▼          │  └── 退回 ──┴─────────────┤             └── 核查不通过 ► dispatched │
             refused 不予受理            └────────────── 上报上级 ────┘                                       │
                                                 dispatched ◄── 不满意（第一次，自动）─────────────────────────┤
                                                 supervised 督办 ◄── 再次不满意 ──────────────────────────────┘
\`\`\`

- The time for handling runs from 立案 to 处置, not while a case is suspended (挂账) or waits to be verified.
- 处置 needs at least one photo of what was done; 不予受理, 退回, 核查不通过, 延期, 挂账 and every other refusal need their reason in words.
- An administrator acts as dispatcher and as supervisor. Roles hold at the place whose desk has the case, or above it; a handler's in the department that has it.

`

const states = (names: readonly CaseState[]): string =>
  names.map((state) => `${staffStateWords[state].text} \`${state}\``).join('<br>')

const people = (actors: readonly Actor[]): string => actors.map((actor) => ACTOR_WORDS[actor]).join('、')

function row(act: Act): string {
  const { by, leads, only = {} } = WORKFLOW[act]
  const from = Object.keys(leads) as CaseState[]
  const to = [...new Set(from.map((state) => leads[state]))]
    .map((state) => (state === undefined || state === 'same' ? '(stays)' : states([state])))
    .join('<br>')
  const fewer = (Object.entries(only) as [CaseState, readonly Actor[]][]).map(
    ([state, actors]) => `<br>(${staffStateWords[state].text} \`${state}\`: ${people(actors)})`,
  )
  const who = people(by) + fewer.join('')
  return `| ${actWords[act]} \`${act}\` | ${who} | ${from.length === 0 ? '(new)' : states(from)} | ${act === 'report' ? states(['reported']) : to} |`
}

const dutyRows = Object.values(DUTIES).map(({ name, work }) => `| ${name} | ${work} |`)

export const casesDocument = (): string =>
  [
    `${HEAD}## Steps\n\n| step | by | from | to |\n|---|---|---|---|\n${ACTS.map(row).join('\n')}\n`,
    `## States\n\n${CASE_STATES.length} in all: ${CASE_STATES.map((state) => `${staffStateWords[state].text} \`${state}\``).join(', ')}.\n`,
    `## Duties 职责单位\n\nBy 附件2 of 松九府〔2023〕46号 (九亭镇). A street says which of its organisations stands for each; what no rule and no duty finds a department for goes to the desk 城运中心.\n\n| unit | answers for |\n|---|---|\n${dutyRows.join('\n')}\n`,
  ].join('\n')

if (require.main === module) writeFileSync(folderOf('docs/cases.md'), casesDocument())
