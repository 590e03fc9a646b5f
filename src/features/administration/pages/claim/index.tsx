import { call } from '@/cloud/call'
import { useIsSignedIn, useSession } from '@/cloud/session'
import { useAnswer } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { EmptyState } from '@/components/emptyState'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { goBack } from '@/routes'
import { ClaimForm } from '../../components/staff/claimForm'

export default function ClaimPage() {
  const isSignedIn = useIsSignedIn()
  const owner = useSession()?.identity.id ?? ''
  const me = useAnswer(isSignedIn ? `me/${owner}` : null, () => call('accounts', 'getMe', {}))
  return (
    <Page title="启用第一位管理员">
      {isSignedIn ? (
        <Answered answer={me} skeleton={<Skeleton shape="text" />}>
          {(value) => <ClaimForm me={value} />}
        </Answered>
      ) : (
        <EmptyState icon="lock" reason="请先登录" way={{ text: '返回', onPress: goBack }} />
      )}
    </Page>
  )
}
