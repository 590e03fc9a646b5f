import { volunteers } from '../../contract/volunteers'
import { serve } from '../platform/serve'
import { methods } from './api'
import { everyMinute, forget } from './jobs'

export const main = serve('volunteers', volunteers, methods, { everyMinute, forget })
