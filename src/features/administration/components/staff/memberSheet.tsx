import type { StaffMember } from '@contract/administration'
import { Button } from '@/components/button'
import { KeyValue } from '@/components/keyValue'
import { Notice } from '@/components/notice'
import { pathWords, usePlacePath } from '@/components/placeName/names'
import { Sheet } from '@/components/sheet'
import { fullDayWords } from '@/words/moments'
import { roleWords } from '@/words/roles'
import { untilWords } from '../../staffWords'

export interface Contact {
  name: string
  phone: string
}

interface MemberSheetProps {
  member: StaffMember
  /** Once it has been shown; it goes when the sheet is closed. */
  contact: Contact | null
  /** Auditors only look. */
  mayManage: boolean
  mayEnd: boolean
  onReveal: () => void
  onEnd: () => void
  onClose: () => void
}

const Acts = ({
  member,
  contact,
  mayEnd,
  onReveal,
  onEnd,
}: Pick<MemberSheetProps, 'member' | 'contact' | 'mayEnd' | 'onReveal' | 'onEnd'>) => (
  <>
    {member.hasContact && !contact ? (
      <Button kind="secondary" icon="phone" onPress={onReveal}>
        看联系方式
      </Button>
    ) : null}
    {mayEnd ? (
      <Button kind="danger" onPress={onEnd}>
        结束身份
      </Button>
    ) : null}
  </>
)

/** One person in one role: who, where, how long, and what can be done about it. */
export const MemberSheet = ({ member, contact, mayManage, onClose, ...acts }: MemberSheetProps) => {
  const place = pathWords(usePlacePath(member.placeCode))
  return (
    <Sheet
      title={member.name}
      isOpen
      onClose={onClose}
      actions={mayManage ? <Acts member={member} contact={contact} {...acts} /> : null}
    >
      <KeyValue
        rows={[
          { key: '角色', value: roleWords[member.role] },
          { key: '地区', value: place },
          { key: '开始', value: fullDayWords(member.startedAt) },
          { key: '最后一天', value: untilWords(member) },
          { key: '账号编号', value: member.accountId },
        ]}
      />
      {member.hasContact ? null : (
        <Notice kind="information" title="没有留联系方式">
          对方可以在“我的”里填写工作联系方式。
        </Notice>
      )}
      {contact ? (
        <Notice kind="information" title={`${contact.name} ${contact.phone}`}>
          你看过这个联系方式，已经记下。关上这里就不再显示。
        </Notice>
      ) : null}
    </Sheet>
  )
}
