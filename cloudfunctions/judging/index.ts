import { judging } from '../../contract/judging'
import { serve } from '../platform/serve'
import { methods } from './api'
import { everyMinute } from './jobs'
import { forget } from './ownData'

export const main = serve('judging', judging, methods, { everyMinute, forget })
