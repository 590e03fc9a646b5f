import type { Campaign } from '@contract/voting'
import type { CampaignEditor } from '../../useCampaignEditor'

export interface SectionProps {
  editor: CampaignEditor
  /** The campaign that is changed; null: a new one. */
  campaign: Campaign | null
  cityCode: string
}
