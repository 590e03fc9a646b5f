import type { MyReport } from '@contract/reporting'
import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { useIsSignedIn, useSession } from '@/cloud/session'
import { useAnswer, useRefreshOnPull } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ListRow } from '@/components/listRow'
import { Page } from '@/components/page'
import { ReportRow } from '@/components/reportRow'
import { Skeleton } from '@/components/skeleton'
import { Waiting } from '@/components/waiting'
import { useSentMeanwhile } from '@/outbox'
import { type DraftHead, listDrafts, NEW_DRAFT } from '@/outbox/drafts'
import { open, openTab, routes } from '@/routes'
import { clockWords, dayWords } from '@/words/moments'

const SHOWN = 3

/** What waits for the person first, then the newest. */
const foremost = (reports: MyReport[]): MyReport[] =>
  [...reports].sort((one, other) => Number(other.waitsForRating) - Number(one.waitsForRating)).slice(0, SHOWN)

/** What was begun and not handed in. */
const Drafts = ({ drafts }: { drafts: DraftHead[] }) =>
  drafts.length === 0 ? null : (
    <Card title="没写完的">
      {drafts.map(({ draftId, title, savedAt }) => (
        <ListRow
          key={draftId}
          icon="edit"
          title={title}
          line={`已保存草稿 ${dayWords(savedAt)} ${clockWords(savedAt)}`}
          onPress={() => open(routes.report(draftId === NEW_DRAFT ? {} : { draft: draftId }))}
        />
      ))}
    </Card>
  )

const useDrafts = (owner: string): DraftHead[] => {
  const [held, setHeld] = useState(() => ({ owner, drafts: listDrafts() }))
  useDidShow(() => setHeld({ owner, drafts: listDrafts() }))
  return held.owner === owner ? held.drafts : listDrafts()
}

const Reports = ({ reports }: { reports: MyReport[] }) =>
  reports.length === 0 ? (
    <ListRow icon="camera" title="还没有上报过" line="看到问题，拍一张照片就能上报" />
  ) : (
    <>
      {foremost(reports).map((report) => (
        <ReportRow key={report.caseId} report={report} />
      ))}
      <Button kind="quiet" onPress={() => open(routes.myReports)}>
        全部上报
      </Button>
    </>
  )

/** What has been sent since the list was asked for is not in it: every answer asks again. */
const useReports = (owner: string, isSignedIn: boolean) => {
  const reports = useAnswer(isSignedIn ? `reports/${owner}` : null, () =>
    call('reporting', 'listMyReports', {}),
  )
  useSentMeanwhile(reports.refresh)
  return reports
}

const Own = ({ owner, reports }: { owner: string; reports: ReturnType<typeof useReports> }) => (
  <>
    <Waiting />
    <Drafts drafts={useDrafts(owner)} />
    <Card title="我的上报">
      <Answered answer={reports} skeleton={<Skeleton shape="row" />}>
        {(value) => <Reports reports={value.reports} />}
      </Answered>
    </Card>
  </>
)

export default function ReportingPage() {
  const isSignedIn = useIsSignedIn()
  const owner = useSession()?.identity.id ?? ''
  const reports = useReports(owner, isSignedIn)
  useRefreshOnPull(reports.refresh)
  return (
    <Page title="随申拍" isTab>
      <Card title="身边的问题，拍一张就行">
        <Button icon="camera" onPress={() => open(routes.report({ camera: 'open' }))}>
          拍照上报
        </Button>
        <Button kind="quiet" onPress={() => open(routes.report())}>
          不拍照，只写文字
        </Button>
      </Card>
      {isSignedIn ? (
        <Own key={owner} owner={owner} reports={reports} />
      ) : (
        <Card>
          <ListRow
            icon="person"
            title="登录以后可以上报"
            line="也能看到自己报过的"
            onPress={() => openTab(routes.mine)}
          />
        </Card>
      )}
      <Card>
        <ListRow
          icon="map"
          title="附近的问题"
          line="看看身边有哪些问题，处理得怎么样"
          onPress={() => open(routes.nearby)}
        />
      </Card>
      <Card title="报上去以后">
        <ListRow icon="success" title="受理" line="工作人员查看，派给负责的部门，告诉你哪天前处理" />
        <ListRow icon="picture" title="处理" line="部门处理以后要拍照，处理前后放在一起看" />
        <ListRow icon="star" title="评价" line="你来评价。不满意会重新处理" />
        <ListRow
          icon="activity"
          title="大家报了多少，办得怎么样"
          line="每月统计和开放数据"
          onPress={() => open(routes.statistics())}
        />
      </Card>
    </Page>
  )
}
