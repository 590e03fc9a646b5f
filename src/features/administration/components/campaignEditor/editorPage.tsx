import type { Campaign } from '@contract/voting'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { type EditorSection, SECTIONS, sectionNames, sectionOf, spotOf } from '../../campaignProblems'
import { type EditorTarget, useCampaignEditor } from '../../useCampaignEditor'
import { KeptDraft } from '../keptDraft'
import { Ballot } from './ballot'
import { Basics } from './basics'
import { Form } from './form'
import { Judging } from './judging'
import { Review } from './review'
import type { SectionProps } from './sections'
import { Stale } from './stale'
import { Steps } from './steps'
import { Times } from './times'
import './editorPage.scss'

const fields = { basics: Basics, times: Times, form: Form, ballot: Ballot, judging: Judging }

/** The fields are drawn after the section has changed. */
const DRAWN = 100

const useSections = () => {
  const [section, setSection] = useState<EditorSection>('basics')
  const open = (next: EditorSection) => {
    setSection(next)
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }
  const jump = (path: string) => {
    setSection(sectionOf(path))
    setTimeout(
      () => void Taro.pageScrollTo({ selector: `#${spotOf(path)}`, duration: 0, offsetTop: -120 }),
      DRAWN,
    )
  }
  return { section, open, jump }
}

interface PublishProps {
  editor: ReturnType<typeof useCampaignEditor>
  campaign: Campaign | null
  onDone: (campaignId: string) => void
}

const Publish = ({ editor, campaign, onDone }: PublishProps) => {
  const { refused } = editor
  const publish = async () => {
    const campaignId = await editor.publish()
    if (campaignId) onDone(campaignId)
    else void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }
  return (
    <>
      {refused && !refused.isChangedMeanwhile ? (
        <Notice kind="error" title={campaign ? '还没有保存' : '还没有公布'}>
          {refused.sentence}
        </Notice>
      ) : null}
      <Button onPress={publish}>{campaign ? '保存并公开修改' : '公布活动'}</Button>
    </>
  )
}

interface EditingProps {
  target: EditorTarget
  /** Above the first section: where the draft may begin instead. */
  head?: ReactNode
  onLookAnew: () => Promise<void>
  onDone: (campaignId: string) => void
}

/** One section at a time; what is typed is kept whatever happens. */
export const Editing = ({ target, head, onLookAnew, onDone }: EditingProps) => {
  const editor = useCampaignEditor(target)
  const { section, open, jump } = useSections()
  const props: SectionProps = { editor, campaign: target.campaign, cityCode: target.cityCode }
  const next = SECTIONS[SECTIONS.indexOf(section) + 1]
  const Fields = section === 'review' ? null : fields[section]
  return (
    <>
      {section === 'basics' ? head : null}
      <Steps editor={editor} current={section} onChoose={open} />
      <KeptDraft savedAt={editor.draft.savedAt} onDrop={editor.startAnew} />
      <Stale editor={editor} campaign={target.campaign} onLookAnew={onLookAnew} />
      <View className="editorSections">
        {Fields ? <Fields {...props} /> : <Review {...props} onJump={jump} />}
        {next ? (
          <Button kind="secondary" onPress={() => open(next)}>
            下一步：{sectionNames[next]}
          </Button>
        ) : (
          <Publish editor={editor} campaign={target.campaign} onDone={onDone} />
        )}
      </View>
    </>
  )
}
