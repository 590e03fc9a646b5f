import { reporting } from '../../contract/reporting'
import { serve } from '../platform/serve'
import { methods } from './api'
import { everyMinute, forget } from './jobs'

export const main = serve('reporting', reporting, methods, { everyMinute, forget })
