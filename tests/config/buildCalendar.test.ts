import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { calendarFile, compileCalendar, readChineseDays } from '../../config/buildCalendar'

test('the committed calendar is what the script makes from the package', () => {
  const path = join(__dirname, '../../cloudfunctions/platform/cases/holidays.json')
  const asWritten = JSON.parse(calendarFile(readChineseDays())) as unknown
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(asWritten)
})

test('years that the package does not know are left out, and early ones that no case is from', () => {
  const compiled = compileCalendar({
    holidays: { '2019-10-01': '国庆节', '2026-10-02': '国庆节', '2026-10-01': '国庆节' },
    workdays: { '2026-10-10': '国庆节' },
  })
  expect(compiled).toEqual({
    '2026': { holidays: ['2026-10-01', '2026-10-02'], workdays: ['2026-10-10'] },
  })
})
