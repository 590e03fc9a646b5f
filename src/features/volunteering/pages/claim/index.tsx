import { useRouter } from '@tarojs/taro'
import { call } from '@/cloud/call'
import { useIsSignedIn, useSession } from '@/cloud/session'
import { useRefreshOnPull } from '@/cloud/useAnswer'
import { usePages } from '@/cloud/usePages'
import { EmptyState } from '@/components/emptyState'
import { Page } from '@/components/page'
import { openTab, routes } from '@/routes'
import { ClaimForm } from '../../components/claims/claimForm'
import { MyClaims } from '../../components/claims/myClaims'

const TITLE = '补录时长'

const Own = ({ owner }: { owner: string }) => {
  const { organisationId = null } = useRouter().params
  const book = usePages(`claims/${owner}`, {
    ask: (after: string | undefined) =>
      call('volunteerHours', 'listMyClaims', after === undefined ? {} : { after }),
    read: ({ claims, next }) => ({ items: claims, next }),
  })
  useRefreshOnPull(book.refresh)
  return (
    <Page title={TITLE}>
      <ClaimForm owner={owner} organisationId={organisationId} onSent={book.refresh} />
      <MyClaims book={book} />
    </Page>
  )
}

/** 补录: hours that no check-in has recorded. */
export default function ClaimPage() {
  const isSignedIn = useIsSignedIn()
  const owner = useSession()?.identity.id ?? ''
  if (isSignedIn) return <Own key={owner} owner={owner} />
  return (
    <Page title={TITLE}>
      <EmptyState
        icon="person"
        reason="登录以后可以补录时长"
        way={{ text: '去登录', onPress: () => openTab(routes.mine) }}
      />
    </Page>
  )
}
