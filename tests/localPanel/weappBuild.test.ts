import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { BUILD } from '../support/weapp/build'

/** Words that only the panel for trying out identities contains, and what only a browser at a desk needs. */
const TRACES = [
  'local/identities',
  'local/sign-in',
  'local/phone-code',
  'localPanel__',
  '换一个身份试用',
  'sessionStorage',
  'startDeskSignIn',
]

const filesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name)
    return statSync(file).isDirectory() ? filesIn(file) : [file]
  })

it('the weapp build contains nothing of the local identities, nor of signing in at a desk', () => {
  const files = filesIn(BUILD).filter((file) => /\.(js|json|wxml|wxss)$/.test(file))
  expect(files.length).toBeGreaterThan(20)
  const found = files.flatMap((file) => {
    const text = readFileSync(file, 'utf8')
    return TRACES.filter((trace) => text.includes(trace)).map(
      (trace) => `${path.relative(BUILD, file)}: ${trace}`,
    )
  })
  expect(found).toEqual([])
})
