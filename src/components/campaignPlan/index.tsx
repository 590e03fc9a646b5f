import type { CampaignPlan } from '@contract/campaigns'
import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { chaptersOf } from '@/words/planChapters'
import './index.scss'

/** One paragraph each; line breaks as they were typed. */
export const Sentences = ({ sentences }: { sentences: string[] }) =>
  sentences.map((sentence) => (
    <View key={sentence} className="campaignPlan__sentence">
      {sentence}
    </View>
  ))

/** A campaign's plan in plain words: the same on the public page and in the preview of who makes it. */
export const PlanInWords = ({ plan }: { plan: CampaignPlan }) => (
  <>
    {chaptersOf(plan).map(({ key, title, sentences }) => (
      <Card key={key} title={title}>
        <Sentences sentences={sentences} />
      </Card>
    ))}
  </>
)
