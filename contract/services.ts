import { accounts } from './accounts'
import { activities } from './activities'
import { administration } from './administration'
import { attendance } from './attendance'
import { awards } from './awards'
import { caseRules } from './caseRules'
import { caseStatistics } from './caseStatistics'
import { casework } from './casework'
import { hotline } from './hotline'
import { judging } from './judging'
import { messages } from './messages'
import { moderation } from './moderation'
import { nominations } from './nominations'
import { open311 } from './open311'
import { places } from './places'
import { reporting } from './reporting'
import { volunteerHours } from './volunteerHours'
import { volunteerStatistics } from './volunteerStatistics'
import { volunteers } from './volunteers'
import { voting } from './voting'

/** Every service by the name of its function. For the cloud side, tools and tests; the client takes types only. */
export const services = {
  accounts,
  activities,
  administration,
  attendance,
  awards,
  caseRules,
  caseStatistics,
  casework,
  hotline,
  judging,
  messages,
  moderation,
  nominations,
  open311,
  places,
  reporting,
  volunteerHours,
  volunteers,
  volunteerStatistics,
  voting,
}
