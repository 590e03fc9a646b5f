import { readFileSync } from 'node:fs'
import path from 'node:path'
import { KEPT_DAYS, PRIVACY_SECTIONS } from '@/features/accounts/privacyWords'
import { type Kept, keptSince } from '../../../cloudfunctions/platform/retention'
import { DESK_IDLE_TIME, DESK_SESSION_TIME } from '../../../contract/limits'

const DAY = 86_400_000
const HOUR = 3_600_000
const words = PRIVACY_SECTIONS.flatMap(({ sentences }) => sentences).join('\n')

it.each(Object.entries(KEPT_DAYS))('promises for %s the days that the timers keep it', (kind, days) => {
  expect(keptSince(kind as Kept, 0)).toBe(-days * DAY)
  expect(words).toContain(`${days} 天`)
})

it('tells the hours of a session at a desk as they are', () => {
  expect(words).toContain(`最长登录 ${DESK_SESSION_TIME / HOUR} 小时`)
  expect(words).toContain(`${DESK_IDLE_TIME / HOUR} 小时不用就自动退出`)
})

it('tells of the position, as soon as the program may ask WeChat for it', () => {
  const configured = readFileSync(path.join(__dirname, '../../../src/app.config.ts'), 'utf8')
  expect(configured).toContain("requiredPrivateInfos: ['getLocation', 'chooseLocation']")
  expect(words).toContain('位置：只在你上报问题、看附近的问题和活动、志愿活动签到时用到')
})
