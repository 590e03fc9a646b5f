import { accounts } from './accounts'
import { administration } from './administration'
import { awards } from './awards'
import { judging } from './judging'
import { messages } from './messages'
import { moderation } from './moderation'
import { nominations } from './nominations'
import { places } from './places'
import { voting } from './voting'

/** Every service by the name of its function. For the cloud side, tools and tests; the client takes types only. */
export const services = {
  accounts,
  administration,
  awards,
  judging,
  messages,
  moderation,
  nominations,
  places,
  voting,
}
