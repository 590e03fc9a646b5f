import { readFileSync } from 'node:fs'
import { casesDocument } from '../../../config/buildCases'
import { folderOf } from '../../../config/folders'

test('docs/cases.md says what the table of steps says', () => {
  expect(readFileSync(folderOf('docs/cases.md'), 'utf8')).toBe(casesDocument())
})
