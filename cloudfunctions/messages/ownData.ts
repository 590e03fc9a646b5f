import type { messages, QuietHours } from '../../contract/messages'
import type { ExportSection } from '../../contract/ownData'
import { ok } from '../../contract/result'
import { shanghaiTime } from '../platform/clock'
import type { Methods } from '../platform/serve'
import type { MessageRow, SubscriptionRow } from './rows'
import { clockText, KIND_NAMES } from './rules'
import { quietHoursOf } from './settings'
import * as store from './store'
import { configuredTemplates } from './templates'

/** What is kept about a person's messages, in words they can read. */

const EXPORTED = 1000
const ROWS_AT_ONCE = 100

const DELIVERY_NAMES: Record<MessageRow['delivery'], string> = {
  waiting: '等待发送',
  sent: '已发送',
  notWanted: '未发送（没有同意接收）',
  failed: '发送失败',
}

async function listNewest(accountId: string): Promise<MessageRow[]> {
  const all: MessageRow[] = []
  while (all.length < EXPORTED) {
    const page = await store.listMessages(accountId, all.at(-1)?.order, ROWS_AT_ONCE)
    all.push(...page)
    if (page.length < ROWS_AT_ONCE) break
  }
  return all
}

const messageItem = ({ createdAt, kind, title, line, isRead, delivery }: MessageRow) => ({
  时间: shanghaiTime(createdAt),
  类别: KIND_NAMES[kind],
  标题: title,
  内容: line,
  已读: isRead ? '是' : '否',
  微信通知: DELIVERY_NAMES[delivery],
})

function agreementItem({ kind, agreedAt }: SubscriptionRow): ExportSection['items'][number] {
  const term = configuredTemplates()?.[kind]?.term
  const how = term && { once: '一次', long: '长期' }[term]
  return { 通知: KIND_NAMES[kind], 方式: how ?? '已停用', 同意时间: shanghaiTime(agreedAt) }
}

const quietItem = (quietHours: QuietHours | null): ExportSection['items'][number] =>
  quietHours
    ? { 开始: clockText(quietHours.from), 结束: clockText(quietHours.until) }
    : { 免打扰: '没有设置' }

export const exportMyData: Methods<typeof messages>['exportMyData'] = async ({ caller }) => {
  const [rows, subscriptions, quietHours] = await Promise.all([
    listNewest(caller.accountId),
    store.listSubscriptions(caller.accountId),
    quietHoursOf(caller.accountId),
  ])
  const sections: ExportSection[] = [
    { title: '收到的消息', items: rows.map(messageItem) },
    { title: '同意接收的通知', items: subscriptions.map(agreementItem) },
    { title: '免打扰时间', items: [quietItem(quietHours)] },
  ]
  return ok({ sections })
}
