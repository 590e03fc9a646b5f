import { volunteerHours } from '../../contract/volunteerHours'
import { serve } from '../platform/serve'
import { methods } from './api'
import { forget } from './ownData'

export const main = serve('volunteerHours', volunteerHours, methods, { forget })
