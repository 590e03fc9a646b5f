import type { Organisation } from '@contract/places/organisations'
import { View } from '@tarojs/components'
import { call } from '@/cloud/call'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { showToast } from '@/components/toast'
import { contactOf, draftOf } from '../../organisationDraft'
import { OrganisationForm } from './organisationForm'
import { troubleWords, useDraft } from './useDraft'
import '../listPage.scss'

interface ReviseProps {
  organisation: Organisation
  mayChangeKind: boolean
  /** Looks at the organisation anew: `basedOn` is then the newest version. */
  onLookAnew: () => Promise<void>
  onDone: () => void
}

/** Changes the details. Where a colleague was faster, theirs are shown and what was typed stays. */
export const Revise = ({ organisation, mayChangeKind, onLookAnew, onDone }: ReviseProps) => {
  const { draft, problems, trouble, change, send } = useDraft(draftOf(organisation))
  const { organisationId, version: basedOn } = organisation
  const save = async () => {
    const { name, introduction } = draft
    const kind = draft.kind ?? organisation.kind
    const input = { organisationId, basedOn, kind, name, introduction, contact: contactOf(draft) }
    const answer = await send((requestId) => call('places', 'reviseOrganisation', input, { requestId }))
    await onLookAnew()
    if (!answer) return
    showToast('已保存')
    onDone()
  }
  const isStale = trouble !== null && trouble !== 'unfinished' && trouble.code === 'changed_meanwhile'
  return (
    <>
      <OrganisationForm
        draft={draft}
        problems={problems}
        within={null}
        mayChangeKind={mayChangeKind}
        hasContact={organisation.hasContact}
        onChange={change}
      />
      {trouble ? (
        <Notice kind="error" title="还没有保存">
          {isStale ? '别人刚刚改过，上面是新的内容。你写的还在，核对以后再保存。' : troubleWords(trouble)}
        </Notice>
      ) : null}
      <View className="listActs">
        <Button onPress={save}>保存修改</Button>
        <Button kind="quiet" onPress={onDone}>
          不改了
        </Button>
      </View>
    </>
  )
}
