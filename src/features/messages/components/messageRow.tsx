import type { Message, MessageKind } from '@contract/messages'
import { View } from '@tarojs/components'
import { Badge } from '@/components/badge'
import { Icon } from '@/components/icon'
import type { IconName } from '@/components/icon/names'
import { Pressable } from '@/components/pressable'
import { momentWords } from '@/words/moments'
import './messageRow.scss'

const icons: Record<MessageKind, IconName> = {
  resultsPublished: 'result',
  contentReleased: 'comment',
  contentHidden: 'comment',
  sessionOpened: 'result',
  contentAnswered: 'comment',
  nominationReviewed: 'document',
  caseMoved: 'place',
  caseWork: 'document',
  activityMoved: 'calendar',
  activityReminder: 'clock',
  hoursMoved: 'star',
  teamAnswered: 'people',
  volunteerWork: 'people',
  roleGranted: 'shield',
  roleEnded: 'shield',
  deskSignedIn: 'desk',
}

interface MessageRowProps {
  message: Message
  onPress: () => unknown
}

/** Unread is said by a word, by a dot and by heavier type. */
export const MessageRow = ({
  message: { kind, title, line, page, createdAt, isRead },
  onPress,
}: MessageRowProps) => {
  return (
    <Pressable className={`messageRow ${isRead ? '' : 'messageRow--unread'}`} onPress={onPress}>
      <Icon name={icons[kind]} />
      <View className="messageRow__words">
        <View className="messageRow__head">
          <View className="messageRow__time">{momentWords(createdAt)}</View>
          {isRead ? null : <Badge tone="information" icon="dot" text="未读" />}
        </View>
        <View className="messageRow__title">{title}</View>
        <View className="messageRow__line">{line}</View>
      </View>
      {page ? <Icon name="forward" size="small" /> : null}
    </Pressable>
  )
}
