import { useRouter } from '@tarojs/taro'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { MyTeams } from '../../components/teams/myTeams'
import { TeamList } from '../../components/teams/teamList'
import { useMyVolunteer } from '../../useMyVolunteer'

const WHOLE_CITY = '310000'
const DISTRICT_LENGTH = 6

/** 服务队: one's own, then those of the place in the address, or of the own district. */
export default function TeamsPage() {
  const { placeCode } = useRouter().params
  const { isSignedIn, owner, answer } = useMyVolunteer()
  const { state } = answer
  const mine = state.status === 'ready' ? state.value : null
  const district = mine?.volunteer?.placeCode.slice(0, DISTRICT_LENGTH)
  const isAsking = isSignedIn && state.status === 'loading'
  return (
    <Page title="服务队">
      {isAsking ? (
        <Skeleton shape="row" count={3} />
      ) : (
        <>
          {mine ? <MyTeams teams={mine.teams} /> : null}
          <TeamList key={owner} startsAt={placeCode ?? district ?? WHOLE_CITY} />
        </>
      )}
    </Page>
  )
}
