import { ACTIVITY_TEXTS } from '@contract/limits'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { useAnswer } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { DateTimeField } from '@/components/dateTimeField'
import { EmptyState } from '@/components/emptyState'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { ReasonSheet } from '@/components/reasonSheet'
import { Skeleton } from '@/components/skeleton'
import { showToast } from '@/components/toast'
import { goBack } from '@/routes'
import { dateWords, startOfDay } from '@/words/activities'
import { InsuranceField, RolesCard, WhereFields, WordsFields } from '../../components/detailsFields'
import { NumberField, ProblemsNotice } from '../../components/parts'
import { askForDay, type DayDraft, dayProblems, type KnownDay } from '../../dayDraft'
import { detailsOf, type Problems } from '../../detailsDraft'
import { useKeptDraft } from '../../useKeptDraft'

const TITLE = '改这一次'

function useDayEditor({ seriesId, day, version, first }: KnownDay) {
  const kept = useKeptDraft<DayDraft>(`${seriesId}-${day}-${version}`, first)
  const [isTried, setTried] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const own = dayProblems(kept.draft, Date.now())
  const submit = async () => {
    setTried(true)
    const { startsAt, notice } = kept.draft
    if (startsAt === null || Object.keys(own).length > 0) return showToast('还有几处要填，见页面上面')
    const input = { seriesId, day, basedOn: version, startsAt, notice, ...detailsOf(kept.draft) }
    const requestId = kept.takeRequestId()
    const answer = await call('activities', 'reviseActivity', input, { requestId })
    if (!answer.ok) return setRefusal(errorText(answer.error))
    kept.drop()
    showToast('这一次已经改好')
    return goBack()
  }
  const revise = (part: Partial<DayDraft>) => {
    setRefusal(null)
    kept.revise(part)
  }
  const problems: Problems = isTried ? own : {}
  return { draft: kept.draft, problems, refusal, revise, submit }
}

const tellWords = (signedUp: number): string =>
  signedUp > 0 ? `会告诉已报名和候补的 ${signedUp} 人` : '会写在活动页上'

interface CancelSheetProps {
  known: KnownDay
  onClose: () => void
}

const CancelSheet = ({ known: { seriesId, day, signedUp }, onClose }: CancelSheetProps) => (
  <ReasonSheet
    title="取消这一次"
    explanation="取消以后不能恢复。其他各次不变。"
    button="取消这一次"
    kind="danger"
    help={tellWords(signedUp)}
    onClose={onClose}
    onSend={async (reason, requestId) => {
      const answer = await call('activities', 'cancelActivity', { seriesId, day, reason }, { requestId })
      if (!answer.ok) return errorText(answer.error)
      showToast('这一次已经取消')
      await goBack()
      return null
    }}
  />
)

const DayEditor = ({ known }: { known: KnownDay }) => {
  const [isCancelling, setCancelling] = useState(false)
  const { draft, problems, refusal, revise, submit } = useDayEditor(known)
  return (
    <Page
      title={TITLE}
      footer={
        <Button icon="send" onPress={submit}>
          {known.signedUp > 0 ? '保存，通知已报名的人' : '保存这一次'}
        </Button>
      }
      overlay={isCancelling ? <CancelSheet known={known} onClose={() => setCancelling(false)} /> : null}
    >
      <ProblemsNotice problems={problems} />
      {refusal ? <Notice kind="error" title={refusal} /> : null}
      {known.isRepeating ? (
        <Notice kind="information" title={`只改 ${dateWords(startOfDay(known.day))} 这一次`}>
          其他各次不变。以后再改整个系列，这一次也不跟着变。
        </Notice>
      ) : null}
      <Card title="时间">
        <DateTimeField
          label="开始时间"
          value={draft.startsAt}
          hasTime
          mayClear={false}
          error={problems.startsAt}
          onChange={(startsAt) => revise({ startsAt })}
        />
        <NumberField
          label="时长（分钟）"
          value={draft.minutes}
          error={problems.minutes}
          onChange={(minutes) => revise({ minutes })}
        />
        <Field
          label="变更说明"
          value={draft.notice}
          maxLength={ACTIVITY_TEXTS.notice.max}
          placeholder="例如 下雨，改到下午"
          help={tellWords(known.signedUp)}
          error={problems.notice}
          onChange={(notice) => revise({ notice })}
        />
      </Card>
      <Card title="在哪里">
        <WhereFields draft={draft} problems={problems} onChange={revise} />
      </Card>
      <Card title="什么活动">
        <WordsFields draft={draft} problems={problems} onChange={revise} />
        <InsuranceField draft={draft} onChange={revise} />
      </Card>
      <RolesCard draft={draft} problems={problems} onChange={revise} />
      <Button kind="quiet" icon="remove" onPress={() => setCancelling(true)}>
        取消这一次
      </Button>
    </Page>
  )
}

const Known = ({ known }: { known: KnownDay }) =>
  known.isCancelled ? (
    <Page title={TITLE}>
      <EmptyState reason="这一次已经取消，不能再改" way={{ text: '返回', onPress: goBack }} />
    </Page>
  ) : (
    <DayEditor known={known} />
  )

const Day = ({ seriesId, day }: { seriesId: string; day: string }) => {
  const answer = useAnswer(`${seriesId}/${day}`, () => askForDay(seriesId, day))
  if (answer.state.status === 'ready') {
    const known = answer.state.value
    return <Known key={known.version} known={known} />
  }
  return (
    <Page title={TITLE}>
      <Answered answer={answer} skeleton={<Skeleton shape="card" count={3} />}>
        {() => null}
      </Answered>
    </Page>
  )
}

/** 仅这一次. */
export default function ActivityDayPage() {
  const { seriesId = '', day = '' } = useRouter().params
  return <Day seriesId={seriesId} day={day} />
}
