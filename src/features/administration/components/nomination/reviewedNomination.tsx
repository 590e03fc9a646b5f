import type { FormPart, QuotaView, ReviewedNomination as Reviewed } from '@contract/nominations'
import type { Campaign } from '@contract/voting'
import { View } from '@tarojs/components'
import { call } from '@/cloud/call'
import { Badge } from '@/components/badge'
import { Card } from '@/components/card'
import { DocumentButton } from '@/components/documentButton'
import { FilledForm } from '@/components/filledForm'
import { KeyValue } from '@/components/keyValue'
import { channelName } from '@/words/kinds'
import { momentWords } from '@/words/moments'
import { formPartWords, nominationStateWords } from '@/words/nominations'
import { nominationActWords } from '../../nominationWords'
import { Contact } from './contact'
import { UnitQuota } from './quotaBar'

interface ReviewedNominationProps {
  nomination: Reviewed
  campaign: Campaign
  unit: QuotaView | null
}

const Head = ({ nomination, campaign, unit }: ReviewedNominationProps) => (
  <Card title={nomination.name}>
    <Badge {...nominationStateWords[nomination.state]} />
    <KeyValue
      rows={[
        { key: '活动', value: campaign.name },
        { key: '申报渠道', value: channelName(nomination.channel, campaign.kind) },
        ...(nomination.submittedAt === null
          ? []
          : [{ key: '提交时间', value: momentWords(nomination.submittedAt) }]),
      ]}
    />
    {unit ? <UnitQuota unit={unit} /> : null}
  </Card>
)

/** What has been said of it, newest first, with what was to be corrected. */
const Notes = ({ nomination: { reviews }, campaign }: Omit<ReviewedNominationProps, 'unit'>) => {
  const form = { kind: campaign.kind, fields: campaign.nomination?.fields ?? [] }
  const nameOf = (part: FormPart) => formPartWords(part, form)
  return reviews.length === 0 ? null : (
    <Card title="审核意见">
      {[...reviews].reverse().map(({ at, act, opinion, parts }) => (
        <View key={`${at}${act}`} className="reviewedNomination__note">
          <View className="reviewedNomination__act">{nominationActWords(act)}</View>
          <View className="words-break">{opinion}</View>
          {parts.map(({ part, reason }) => (
            <View key={part}>
              {nameOf(part)}：{reason}
            </View>
          ))}
          <View className="reviewedNomination__time">{momentWords(at)}</View>
        </View>
      ))}
    </Card>
  )
}

const History = ({ history }: Pick<Reviewed, 'history'>) => (
  <Card title="经过">
    {history.map(({ at, act, name }) => (
      <View key={`${at}${act}`}>
        <View>{name ? `${nominationActWords(act)}（${name}）` : nominationActWords(act)}</View>
        <View className="reviewedNomination__time">{momentWords(at)}</View>
      </View>
    ))}
  </Card>
)

/** Everything one must see to decide. Who wrote it is shown only when asked for. */
export const ReviewedNomination = (props: ReviewedNominationProps) => {
  const { nomination, campaign } = props
  const { nominationId } = nomination
  return (
    <>
      <Head {...props} />
      <Notes nomination={nomination} campaign={campaign} />
      <FilledForm
        nomination={nomination}
        kind={campaign.kind}
        fields={campaign.nomination?.fields ?? []}
        sealedWords="加密保存，见“联系申报人”"
      />
      <Contact nominationId={nominationId} hasContact={nomination.hasContact} />
      <History history={nomination.history} />
      <DocumentButton
        words="下载推荐表（Word）"
        make={(requestId) => call('nominations', 'printNomination', { nominationId }, { requestId })}
      />
    </>
  )
}
