import { moderation } from '../../contract/moderation'
import { serve } from '../platform/serve'
import { methods } from './api'
import { everyMinute, forget, takeMediaCheck } from './jobs'

export const main = serve('moderation', moderation, methods, {
  everyMinute,
  events: { wxa_media_check: takeMediaCheck },
  forget,
})
