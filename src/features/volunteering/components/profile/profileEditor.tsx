import type { Volunteer } from '@contract/volunteering/people'
import { View } from '@tarojs/components'
import { accessible } from '@/components/accessible'
import { Button } from '@/components/button'
import { Icon } from '@/components/icon'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { clockWords } from '@/words/moments'
import { EMPTY_PROFILE, profileOf } from '../../profile/profileForm'
import { useHandingIn } from '../../profile/useHandingIn'
import { useProfileDraft } from '../../profile/useProfileDraft'
import { ProfileFields } from './profileFields'
import './profile.scss'

interface ProfileEditorProps {
  /** Null: registering. */
  volunteer: Volunteer | null
  onDone: () => Promise<void>
  onLookAnew: () => Promise<void>
  /** Gives up what was typed. */
  onGiveUp: () => void
}

/** Where what has been typed is now. */
const DraftLine = ({ savedAt, isKept }: { savedAt: number; isKept: boolean }) =>
  savedAt === 0 ? null : (
    <View className="profile__draft" {...accessible({ role: 'status' })}>
      <Icon name={isKept ? 'success' : 'warning'} size="small" />
      <View>{isKept ? `已保存草稿 ${clockWords(savedAt)}` : '手机存储满了，草稿没有存下，请先不要离开'}</View>
    </View>
  )

/** Registers, or revises what is registered. */
export const ProfileEditor = ({ volunteer, onDone, onLookAnew, onGiveUp }: ProfileEditorProps) => {
  const kept = useProfileDraft(volunteer ? profileOf(volunteer) : EMPTY_PROFILE)
  const { problems, trouble, revise, handIn } = useHandingIn({ kept, volunteer, onDone, onLookAnew })
  const giveUp = () => {
    kept.clear()
    onGiveUp()
  }
  return (
    <Page
      title={volunteer ? '修改志愿者资料' : '注册成为志愿者'}
      footer={
        <>
          <DraftLine savedAt={kept.draft.savedAt} isKept={kept.isKept} />
          <Button onPress={handIn}>{volunteer ? '保存资料' : '注册'}</Button>
          {volunteer ? (
            <Button kind="quiet" onPress={giveUp}>
              不改了
            </Button>
          ) : null}
        </>
      }
    >
      {trouble ? (
        <Notice kind="error" title={volunteer ? '还没有保存' : '还没有注册'}>
          {trouble}
        </Notice>
      ) : null}
      <ProfileFields form={kept.draft.form} problems={problems} onChange={revise} />
    </Page>
  )
}
