import { describeError, log } from '../platform/log'
import { parseTemplates, type Templates } from './rules'

/** The templates of this deployment; null when their configuration is broken, which the log says. */
export function configuredTemplates(): Templates | null {
  try {
    return parseTemplates(process.env.MESSAGE_TEMPLATES)
  } catch (error) {
    log('error', 'message templates', { error: describeError(error) })
    return null
  }
}
