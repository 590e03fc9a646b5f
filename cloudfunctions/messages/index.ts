import { messages } from '../../contract/messages'
import { serve } from '../platform/serve'
import { methods } from './api'
import { everyMinute, forget } from './jobs'

export const main = serve('messages', messages, methods, { everyMinute, forget })
