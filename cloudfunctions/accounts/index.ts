import { accounts } from '../../contract/accounts'
import { serve } from '../platform/serve'
import { methods } from './api'
import { everyMinute } from './jobs'
import { forget } from './ownData'
import { events } from './pushed'

export const main = serve('accounts', accounts, methods, { everyMinute, events, forget })
