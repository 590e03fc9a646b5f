import { activities } from '../../contract/activities'
import { serve } from '../platform/serve'
import { methods } from './api'
import { everyMinute } from './jobs'

export const main = serve('activities', activities, methods, { everyMinute })
