import { activities } from '../../contract/activities'
import { serve } from '../platform/serve'
import { methods } from './api'
import { everyMinute } from './jobs'
import { forget } from './ownData'

export const main = serve('activities', activities, methods, { everyMinute, forget })
