import { attendance } from '../../contract/attendance'
import { serve } from '../platform/serve'
import { methods } from './api'
import { everyMinute } from './jobs'
import { forget } from './ownData'

export const main = serve('attendance', attendance, methods, { everyMinute, forget })
