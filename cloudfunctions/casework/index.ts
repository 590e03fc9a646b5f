import { casework } from '../../contract/casework'
import { serve } from '../platform/serve'
import { methods } from './api'
import { everyMinute } from './jobs'

export const main = serve('casework', casework, methods, { everyMinute })
