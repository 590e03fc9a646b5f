import { caseRules } from '../../contract/caseRules'
import { serve } from '../platform/serve'
import { methods } from './api'

export const main = serve('caseRules', caseRules, methods, {})
