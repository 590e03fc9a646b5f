import { administration } from '../../contract/administration'
import { serve } from '../platform/serve'
import { methods } from './api'
import { everyMinute, forget } from './jobs'

export const main = serve('administration', administration, methods, { everyMinute, forget })
