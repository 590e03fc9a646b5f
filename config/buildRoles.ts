import { writeFileSync } from 'node:fs'
import {
  type Access,
  isOrganisationRole,
  type MethodDeclaration,
  ROLES,
  type Role,
  type Service,
} from '../contract/method'
import { services } from '../contract/services'
import { roleWords } from '../src/words/roles'
import { folderOf } from './folders'

/** Makes docs/roles.md of the contract: who may call what. `npx tsx config/buildRoles.ts`; a test compares. */

const HEAD = `# Who may do what

Made from the contract by \`npx tsx config/buildRoles.ts\`; do not edit. A test calls the running functions for every cell: allowed where a mark stands, \`not_allowed\` (or \`not_signed_in\`) everywhere else, and \`not_allowed\` for the same role in another place or organisation.

- **●** allowed.
- **at place** allowed when the role is held at a place that contains the place the call is about.
- **own** allowed for the organisation in which the role is held.
- **WeChat only**: refused at a desk (\`wechat_needed\`), whoever calls.
- **audited**: the act stands in the audit trail, asked before and done after.

Roles are given by an administrator above the place, never by oneself; the first administrator claims a deployment once with its secret.
`

const cell = (access: Access, role: Role): string => {
  if (typeof access === 'string') return '●'
  if (!access.roles.includes(role)) return ''
  return isOrganisationRole(role) ? 'own' : 'at place'
}

function row(name: string, { access, writes, wechatOnly }: MethodDeclaration): string {
  const marks = [wechatOnly ? 'WeChat only' : '', writes && typeof access !== 'string' ? 'audited' : '']
  const nobody = access === 'anyone' ? '●' : ''
  const signedIn = typeof access === 'string' ? '●' : ''
  const roles = ROLES.map((role) => cell(access, role))
  return `| \`${name}\` | ${[nobody, signedIn, ...roles, marks.filter(Boolean).join(', ')].join(' | ')} |`
}

function table(name: string, contract: Service): string {
  const columns = [
    'method',
    'nobody',
    'signed in',
    ...ROLES.map((role) => `${roleWords[role]} \`${role}\``),
    '',
  ]
  const rows = Object.entries(contract).map(([method, declaration]) => row(method, declaration))
  const head = `| ${columns.join(' | ')} |\n|${columns.map(() => '---|').join('')}`
  return `## ${name}\n\n${head}\n${rows.join('\n')}\n`
}

export const rolesDocument = (): string =>
  [HEAD, ...Object.entries(services).map(([name, contract]) => table(name, contract))].join('\n')

if (require.main === module) writeFileSync(folderOf('docs/roles.md'), rolesDocument())
