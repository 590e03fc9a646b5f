import { hotline } from '../../contract/hotline'
import { serve } from '../platform/serve'
import { methods } from './api'
import { everyMinute } from './jobs'

export const main = serve('hotline', hotline, methods, { everyMinute })
