import { accounts } from '../../contract/accounts'
import { serve } from '../platform/serve'
import { methods } from './api'

export const main = serve('accounts', accounts, methods, null)
