import { voting } from '../../contract/voting'
import { serve } from '../platform/serve'
import { methods } from './api'
import { everyMinute, forget } from './jobs'

export const main = serve('voting', voting, methods, { everyMinute, forget })
