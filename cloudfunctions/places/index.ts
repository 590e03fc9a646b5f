import { places } from '../../contract/places'
import { serve } from '../platform/serve'
import { methods } from './api'

export const main = serve('places', places, methods, {})
