import type { Receipt } from '@contract/voting'
import { call } from '@/cloud/call'
import { useSession } from '@/cloud/session'
import { useAnswer } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Badge } from '@/components/badge'
import { Card } from '@/components/card'
import { ListRow } from '@/components/listRow'
import { Skeleton } from '@/components/skeleton'
import { unreadWords, useUnread } from '@/messages/unread'
import { open, openTab, routes } from '@/routes'
import { fullDayWords } from '@/words/moments'

/** 消息. */
export const Messages = () => {
  const unread = useUnread()
  return (
    <Card>
      <ListRow
        icon="inbox"
        title="消息"
        line={unread > 0 ? '有没看过的消息' : '没有新消息'}
        trailing={
          unread > 0 ? <Badge tone="information" icon="dot" text={`${unreadWords(unread)} 条未读`} /> : null
        }
        onPress={() => open(routes.inbox)}
      />
    </Card>
  )
}

const Receipts = ({ receipts }: { receipts: Receipt[] }) =>
  receipts.length === 0 ? (
    <ListRow
      icon="vote"
      title="还没有投过票"
      line="去看看正在进行的投票"
      onPress={() => openTab(routes.vote)}
    />
  ) : (
    receipts.map(({ trackingCode, campaignId, campaignName, castAt }) => (
      <ListRow
        key={trackingCode}
        icon="receipt"
        title="投票凭证"
        line={`${campaignName}，${fullDayWords(castAt)} 投票`}
        onPress={() => open(routes.receipt(campaignId))}
      />
    ))
  )

/** 我的: what this person has done here. */
export const Records = () => {
  const owner = useSession()?.identity.id ?? ''
  const receipts = useAnswer(`receipts/${owner}`, () => call('voting', 'listMyReceipts', {}))
  return (
    <Card title="我做过的">
      <Answered answer={receipts} skeleton={<Skeleton shape="text" />}>
        {(value) => <Receipts receipts={value.receipts} />}
      </Answered>
      <ListRow
        icon="volunteering"
        title="志愿者"
        line="登记的资料、志愿者卡和服务队"
        onPress={() => open(routes.volunteerProfile)}
      />
      <ListRow
        icon="document"
        title="我的申报"
        line="推荐表的草稿和审核结果"
        onPress={() => open(routes.nominate())}
      />
      <ListRow
        icon="comment"
        title="我写的内容"
        line="意见的状态，撤回，申请复核"
        onPress={() => open(routes.contents)}
      />
    </Card>
  )
}
