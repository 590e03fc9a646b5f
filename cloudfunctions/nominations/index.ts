import { nominations } from '../../contract/nominations'
import { serve } from '../platform/serve'
import { methods } from './api'
import { everyMinute, forget } from './jobs'

export const main = serve('nominations', nominations, methods, { everyMinute, forget })
