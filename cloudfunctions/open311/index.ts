import { open311 } from '../../contract/open311'
import { serve } from '../platform/serve'
import { methods } from './api'
import { answerRequest } from './resources'

export const main = serve('open311', open311, methods, { http: answerRequest })
