import { caseStatistics } from '../../contract/caseStatistics'
import { serve } from '../platform/serve'
import { methods } from './api'
import { everyMinute } from './jobs'

export const main = serve('caseStatistics', caseStatistics, methods, { everyMinute })
