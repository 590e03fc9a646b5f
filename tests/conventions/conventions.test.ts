import type * as appConfiguration from '../../src/app.config'
import { undeployable, unimplemented, unknownServices, untested } from './methodRules'
import { emptyNames, oddNames } from './nameRules'
import { type AppPages, missing, unreachable, unregistered, untestedComponents } from './pageRules'
import { breaches, textRules } from './textRules'
import { readTree, type SourceFile } from './tree'

const tree = readTree()

/** Fails with the advice, so that whoever breaks a rule reads how to keep it. */
function expectNone(offences: string[], advice: string): void {
  if (offences.length > 0) throw new Error(`${advice}\n  ${offences.join('\n  ')}`)
}

const file = (path: string, text = ''): SourceFile => ({ path, text })

describe('words', () => {
  test.each(textRules)('$name', (rule) => {
    expectNone(breaches(rule, tree), rule.advice)
  })

  test.each(textRules)('a breach of “$name” is noticed', (rule) => {
    expect(breaches(rule, [rule.broken])).toHaveLength(1)
  })
})

describe('names', () => {
  test('no folder has a name that says nothing', () => {
    expectNone(emptyNames(tree), 'Name the folder after what it holds, or move its files to what uses them.')
    expect(emptyNames([file('src/utils/format.ts')])).toEqual(['src/utils'])
  })

  test('files and folders are lowerCamelCase', () => {
    expectNone(oddNames(tree), 'Rename to lowerCamelCase.')
    expect(oddNames([file('src/components/PhotoPicker/index.tsx'), file('src/app.config.ts')])).toHaveLength(
      1,
    )
  })
})

describe('methods', () => {
  test('every service of the contract is known here', () => {
    expectNone(unknownServices(tree), 'Add the service to tests/conventions/methodRules.ts.')
    expect(unknownServices([file('contract/unknown.ts', 'export const unknown = service({')])).toEqual([
      'unknown',
    ])
  })

  test('every method is implemented', () => {
    expectNone(unimplemented(tree), 'Add the method to `methods` in cloudfunctions/<service>/api.ts.')
    expect(unimplemented([])).toContain('voting.castBallot')
  })

  test('every method is called by a test of its function', () => {
    expectNone(
      untested(tree),
      'Test it in tests/cloudfunctions/<service>: refusals, success, races, repeats.',
    )
    expect(untested([])).toContain('voting.castBallot')
    const test = file('tests/cloudfunctions/voting/a.test.ts', "await person.voting('castBallot', {})")
    expect(untested([test])).not.toContain('voting.castBallot')
  })

  test('every function can be deployed as it is', () => {
    expectNone(
      undeployable(tree),
      'Add the file; copy the one of cloudfunctions/voting and change what differs.',
    )
    expect(undeployable([file('cloudfunctions/new/index.ts')])).toHaveLength(2)
  })
})

describe('pages and components', () => {
  let app: AppPages
  beforeAll(async () => {
    const global = globalThis as unknown as { defineAppConfig: (configuration: object) => object }
    global.defineAppConfig = (configuration) => configuration
    const { default: configuration } = (await import('../../src/app.config')) as typeof appConfiguration
    app = configuration as unknown as AppPages
  })

  test('every page file is registered', () => {
    expectNone(unregistered(tree, app), 'Add the page to src/app.config.ts, or delete it.')
    expect(unregistered([file('src/features/voting/pages/lost/index.tsx')], app)).toHaveLength(1)
  })

  test('every registered page has its file', () => {
    expectNone(missing(tree, app), 'Write src/<page>.tsx, or take the page out of src/app.config.ts.')
    expect(missing([], app)).toContain('pages/home/index')
  })

  test('every page can be reached from another one', () => {
    expectNone(
      unreachable(tree, app),
      'Link to it from a page where a person would look for it, or delete it.',
    )
    const leading = file('src/pages/home/index.tsx', 'open(routes.ballot(campaignId))')
    const routes = file('src/routes.ts', '  ballot: (id: string) => `/features/voting/pages/ballot/index`,')
    expect(unreachable([leading, routes], app)).not.toContain('features/voting/pages/ballot/index')
    expect(unreachable([routes], app)).toContain('features/voting/pages/ballot/index')
  })

  test('every shared component has a test', () => {
    expectNone(
      untestedComponents(tree),
      'Test it in tests/components, or move it into the one feature that uses it.',
    )
    expect(untestedComponents([file('src/components/badge/index.tsx')])).toEqual(['badge'])
  })
})
