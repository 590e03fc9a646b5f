import type { ReportReceipt } from '@contract/reporting'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { KeyValue } from '@/components/keyValue'
import { Notice } from '@/components/notice'
import { NotifyMe } from '@/components/notifyMe'
import { useOutbox } from '@/outbox'
import { waitingWords } from '@/outbox/words'
import { replaceBy, routes } from '@/routes'
import { dueWords } from '@/words/cases'

const Received = ({ receipt }: { receipt: ReportReceipt }) => (
  <>
    <Notice kind="success" title="已经收到你的上报">
      {dueWords(receipt.dueAt)}。有进展会通知你，办完以后请你评价。
    </Notice>
    <Card title="上报回执">
      <KeyValue rows={[{ key: '编号', value: receipt.number }]} />
      <View>编号可以用来询问。照片里的拍摄地点和手机型号已经去掉。</View>
    </Card>
    <NotifyMe kinds={['caseMoved']} words="有进展时" />
    <Button icon="list" onPress={() => replaceBy(routes.case(receipt.caseId))}>
      查看进展
    </Button>
  </>
)

interface HandedInProps {
  requestId: string
  onAgain: () => void
}

/** What has become of a report since it was handed in. */
export const HandedIn = ({ requestId, onAgain }: HandedInProps) => {
  const { view, outbox } = useOutbox()
  const sent = view.sent[requestId]
  const waiting = view.waiting.find((each) => each.requestId === requestId)
  return (
    <>
      {sent?.method === 'reportProblem' ? <Received receipt={sent.value} /> : null}
      {waiting ? (
        <>
          <Notice kind="information" title="已保存在手机上">
            {waitingWords(waiting, view)}可以离开这一页。
          </Notice>
          <Button
            icon="send"
            isLoading={view.sending?.requestId === requestId}
            onPress={() => void outbox.goOn()}
          >
            现在发送
          </Button>
        </>
      ) : null}
      {sent === undefined && !waiting ? (
        <Notice kind="success" title="已经发出">
          可以在“我的上报”里看到。
        </Notice>
      ) : null}
      <Button kind="secondary" onPress={() => replaceBy(routes.myReports)}>
        我的上报
      </Button>
      <Button kind="quiet" icon="camera" onPress={onAgain}>
        再报一个
      </Button>
    </>
  )
}
