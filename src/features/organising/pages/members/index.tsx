import { useRouter } from '@tarojs/taro'
import { useIsSignedIn } from '@/cloud/session'
import { EmptyState } from '@/components/emptyState'
import { Page } from '@/components/page'
import { openTab, routes } from '@/routes'
import { MembersOfTeam } from '../../components/members/membersOfTeam'

/** 队员: requests to join first, then who is in, for whoever leads the team. */
export default function MembersPage() {
  const { organisationId } = useRouter().params
  const isSignedIn = useIsSignedIn()
  return (
    <Page title="队员">
      {isSignedIn && organisationId ? (
        <MembersOfTeam organisationId={organisationId} />
      ) : (
        <EmptyState
          icon="person"
          reason="负责人登录以后，从“我的”进入自己的队伍。"
          way={{ text: '回到“我的”', onPress: () => openTab(routes.mine) }}
        />
      )}
    </Page>
  )
}
