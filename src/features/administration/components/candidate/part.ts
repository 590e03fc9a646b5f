import type { Campaign } from '@contract/voting'
import type { Registering } from '../../useRegistering'

/** What every part of the form is given. */
export interface PartProps {
  registering: Registering
  campaign: Campaign
}
