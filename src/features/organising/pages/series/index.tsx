import { ACTIVITY_UPLOADS } from '@contract/activities'
import { ACTIVITY_PHOTOS } from '@contract/limits'
import { TEAM_KINDS } from '@contract/volunteering/people'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { useAnswer } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ChoiceField } from '@/components/choiceField'
import { EmptyState } from '@/components/emptyState'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { PhotoPicker } from '@/components/photoPicker'
import { PlaceField } from '@/components/placeField'
import { Sheet } from '@/components/sheet'
import { Skeleton } from '@/components/skeleton'
import { goBack } from '@/routes'
import { dayOf } from '@/words/activities'
import { clockWords } from '@/words/moments'
import { teamKindWords } from '@/words/volunteering'
import { InsuranceField, RolesCard, WhereFields, WordsFields } from '../../components/detailsFields'
import { ProblemsNotice } from '../../components/parts'
import { DayField, RepetitionCard } from '../../components/repetitionCard'
import { draftOfPlan, hoursRuleWords, newSeriesDraft, type SeriesDraft } from '../../seriesDraft'
import { type EditorTarget, type SeriesEditor, useSeriesEditor } from '../../useSeriesEditor'

const kindChoices = TEAM_KINDS.map((kind) => ({ value: kind, text: teamKindWords[kind] }))

const WhatCard = ({ draft, problems, revise }: SeriesEditor) => (
  <Card title="什么活动">
    <WordsFields draft={draft} problems={problems} onChange={revise} />
    <ChoiceField
      label="活动类别"
      choices={kindChoices}
      value={draft.kind}
      error={problems.kind}
      onChange={(kind) => revise({ kind })}
    />
  </Card>
)

const WhereCard = ({ draft, problems, revise }: SeriesEditor) => (
  <Card title="在哪里">
    <WhereFields draft={draft} problems={problems} onChange={revise} />
    <PlaceField
      label="街道或镇"
      value={draft.placeCode}
      error={problems.placeCode}
      onChange={({ code }) => revise({ placeCode: code })}
    />
  </Card>
)

const whoChoices = [
  { value: 'everyone', text: '所有志愿者' },
  { value: 'members', text: '只限本队队员' },
]
const fullChoices = [
  { value: '60', text: '到场满 60% 按全程计' },
  { value: '80', text: '到场满 80% 按全程计' },
  { value: '100', text: '在场多久计多久' },
]
const closingChoices = [
  { value: 'atEnd', text: '按计划的结束时间自动签退' },
  { value: 'byLeader', text: '等负责人确认' },
]

const RulesCard = ({ draft, revise }: SeriesEditor) => (
  <Card title="报名和时长">
    <ChoiceField
      label="谁能报名"
      choices={whoChoices}
      value={draft.isForMembersOnly ? 'members' : 'everyone'}
      onChange={(who) => revise({ isForMembersOnly: who === 'members' })}
    />
    <ChoiceField
      label="时长怎么算"
      choices={fullChoices}
      value={String(draft.hoursRule.fullFrom)}
      help={hoursRuleWords(draft.hoursRule)}
      onChange={(full) => revise({ hoursRule: { ...draft.hoursRule, fullFrom: Number(full) } })}
    />
    <ChoiceField
      label="没有签退的人"
      choices={closingChoices}
      value={draft.hoursRule.closesAtEnd ? 'atEnd' : 'byLeader'}
      onChange={(closing) => revise({ hoursRule: { ...draft.hoursRule, closesAtEnd: closing === 'atEnd' } })}
    />
    <InsuranceField draft={draft} onChange={revise} />
  </Card>
)

interface PhotosProps {
  editor: SeriesEditor
  /** How many there are now. */
  kept: number
  onBusyChange: (isBusy: boolean) => void
}

const PhotosCard = ({ editor: { photos, choosePhotos, problems }, kept, onBusyChange }: PhotosProps) => (
  <Card title="照片">
    <PhotoPicker
      label={kept > 0 && photos === null ? `换掉现在的 ${kept} 张照片` : '活动照片（选填）'}
      value={photos ?? []}
      limit={ACTIVITY_PHOTOS}
      folder={ACTIVITY_UPLOADS}
      help="不要拍清楚别人的脸和车牌"
      error={problems.photos}
      onChange={choosePhotos}
      onBusyChange={onBusyChange}
    />
  </Card>
)

interface DropProps {
  isOpen: boolean
  onClose: () => void
  onDrop: () => void
}

const DropSheet = ({ isOpen, onClose, onDrop }: DropProps) => {
  const drop = () => {
    onClose()
    onDrop()
  }
  return (
    <Sheet
      title="放弃草稿"
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <Button kind="danger" onPress={drop}>
          放弃，重新开始
        </Button>
      }
    >
      你在这台设备上写的会全部去掉，找不回来。
    </Sheet>
  )
}

interface EditorProps {
  name: string
  target: EditorTarget
  first: SeriesDraft
}

const Editor = ({ name, target, first }: EditorProps) => {
  const editor = useSeriesEditor(name, target, first)
  const [isUploading, setUploading] = useState(false)
  const [isDropping, setDropping] = useState(false)
  const { draft, problems, refusal, revise, savedAt, submit } = editor
  const isNew = target.series === null
  return (
    <Page
      title={isNew ? '发布活动' : '修改以后各次'}
      footer={
        <>
          {savedAt > 0 ? (
            <Button kind="quiet" onPress={() => setDropping(true)}>
              已保存草稿 {clockWords(savedAt)}，放弃
            </Button>
          ) : null}
          <Button icon="send" disabled={isUploading} onPress={submit}>
            {isNew ? '发布活动' : '保存，通知已报名的人'}
          </Button>
        </>
      }
      overlay={<DropSheet isOpen={isDropping} onClose={() => setDropping(false)} onDrop={editor.drop} />}
    >
      <ProblemsNotice problems={problems} />
      {refusal ? <Notice kind="error" title={refusal} /> : null}
      {isNew ? null : (
        <Card title="从哪天起修改">
          <DayField
            label="从这一天起"
            value={draft.changesFrom}
            mayClear={false}
            help="之前的各次不变；单独改过的各次也不变"
            error={problems.changesFrom}
            onChange={(day) => revise({ changesFrom: day ?? '' })}
          />
        </Card>
      )}
      <WhatCard {...editor} />
      <RepetitionCard
        draft={draft}
        problems={problems}
        today={dayOf(Date.now())}
        isNew={isNew}
        onChange={revise}
      />
      <WhereCard {...editor} />
      <RolesCard draft={draft} problems={problems} onChange={revise} />
      <RulesCard {...editor} />
      <PhotosCard editor={editor} kept={target.series?.photos.length ?? 0} onBusyChange={setUploading} />
    </Page>
  )
}

const Waiting = ({ answer }: { answer: Parameters<typeof Answered>[0]['answer'] }) => (
  <Page title="安排活动">
    <Answered answer={answer} skeleton={<Skeleton shape="card" count={3} />}>
      {() => null}
    </Answered>
  </Page>
)

const STREET_DIGITS = 9

/** The organisation says where it is likely to be. */
const NewSeries = ({ organisationId }: { organisationId: string }) => {
  const organisation = useAnswer(organisationId, () => call('places', 'getOrganisation', { organisationId }))
  if (organisation.state.status !== 'ready') return <Waiting answer={organisation} />
  const { placeCode } = organisation.state.value
  const place = placeCode.length >= STREET_DIGITS ? placeCode : null
  return (
    <Editor
      name={`new-${organisationId}`}
      target={{ organisationId, series: null }}
      first={newSeriesDraft(dayOf(Date.now()), place)}
    />
  )
}

const KnownSeries = ({ seriesId }: { seriesId: string }) => {
  const series = useAnswer(seriesId, () => call('activities', 'getSeries', { seriesId }))
  if (series.state.status !== 'ready') return <Waiting answer={series} />
  const { value } = series.state
  return (
    <Editor
      key={value.version}
      name={`${seriesId}-${value.version}`}
      target={{ series: value }}
      first={draftOfPlan(value.plan, dayOf(Date.now()))}
    />
  )
}

/** A series is written, or planned anew from a day on. */
export default function SeriesPage() {
  const { organisationId, seriesId } = useRouter().params
  if (seriesId) return <KnownSeries seriesId={seriesId} />
  if (organisationId) return <NewSeries organisationId={organisationId} />
  return (
    <Page title="安排活动">
      <EmptyState reason="没有说是哪个组织的活动" way={{ text: '返回', onPress: goBack }} />
    </Page>
  )
}
