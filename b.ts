import { buildFunctions } from './config/buildFunctions'
import { buildLocalcloud } from './config/buildLocalcloud'
buildFunctions().then(() => buildLocalcloud()).then(() => console.log('built'))
