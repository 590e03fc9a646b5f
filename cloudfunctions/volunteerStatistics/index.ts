import { volunteerStatistics } from '../../contract/volunteerStatistics'
import { serve } from '../platform/serve'
import { methods } from './api'
import { everyMinute } from './jobs'
import { forget } from './ownData'

export const main = serve('volunteerStatistics', volunteerStatistics, methods, { everyMinute, forget })
