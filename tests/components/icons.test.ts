import { readFileSync } from 'node:fs'
import path from 'node:path'
import { iconStyles } from '../../config/buildIcons'
import theme from '../../src/theme.json'

const source = path.resolve(__dirname, '../../src')

it('the drawings in the styles are those that the build script makes from the names', async () => {
  expect(readFileSync(path.join(source, 'components/icon/drawings.scss'), 'utf8')).toBe(await iconStyles())
})

it('every tab bar icon of both themes exists and is below the 40 KB that WeChat allows', () => {
  for (const tone of [theme.light, theme.dark]) {
    for (const [key, value] of Object.entries(tone).filter(([name]) => name.endsWith('Icon'))) {
      expect([key, readFileSync(path.join(source, value)).length < 40_960]).toEqual([key, true])
    }
  }
})
