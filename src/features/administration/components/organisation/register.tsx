import { call } from '@/cloud/call'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { showToast } from '@/components/toast'
import { replaceBy, routes } from '@/routes'
import { contactOf, newDraft } from '../../organisationDraft'
import { OrganisationForm } from './organisationForm'
import { troubleWords, useDraft } from './useDraft'

/** A new organisation at this place or below it. */
export const Register = ({ placeCode }: { placeCode: string }) => {
  const { draft, problems, trouble, change, send } = useDraft(newDraft(placeCode))
  const register = async () => {
    const { kind, name, introduction } = draft
    if (kind === null) return void (await send(async () => ({ ok: true, value: null })))
    const input = { placeCode: draft.placeCode, kind, name, introduction, contact: contactOf(draft) ?? null }
    const answer = await send((requestId) => call('places', 'registerOrganisation', input, { requestId }))
    if (!answer) return
    showToast('已登记')
    await replaceBy(routes.organisation({ placeCode, organisationId: answer.organisation.organisationId }))
  }
  return (
    <>
      <OrganisationForm
        draft={draft}
        problems={problems}
        within={placeCode}
        mayChangeKind
        hasContact={false}
        onChange={change}
      />
      {trouble ? (
        <Notice kind="error" title="还没有登记">
          {troubleWords(trouble)}
        </Notice>
      ) : null}
      <Button onPress={register}>登记组织</Button>
    </>
  )
}
