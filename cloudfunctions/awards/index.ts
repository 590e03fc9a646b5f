import { awards } from '../../contract/awards'
import { serve } from '../platform/serve'
import { methods } from './api'

export const main = serve('awards', awards, methods, {})
