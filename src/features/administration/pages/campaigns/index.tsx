import { View } from '@tarojs/components'
import { call } from '@/cloud/call'
import { useRefreshOnPull } from '@/cloud/useAnswer'
import { usePages } from '@/cloud/usePages'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { EmptyState } from '@/components/emptyState'
import { Skeleton } from '@/components/skeleton'
import { open, routes } from '@/routes'
import { CampaignWork } from '../../components/campaignWork'
import { Desk } from '../../components/desk'
import { MoreButton } from '../../components/moreButton'
import type { Staff } from '../../useStaff'
import { rolesAt } from '../../workplace'
import '../../components/listPage.scss'

const Campaigns = ({ staff: { grants, roles, placeCode } }: { staff: Staff }) => {
  const book = usePages('campaigns', {
    ask: (after: string | undefined) => call('voting', 'listCampaigns', { after }),
    read: ({ campaigns, next }) => ({ items: campaigns, next }),
  })
  useRefreshOnPull(book.refresh)
  return (
    <>
      {roles.includes('administrator') ? (
        <View className="listActs">
          <Button icon="add" onPress={() => open(routes.editCampaign({ cityCode: placeCode }))}>
            新建活动
          </Button>
        </View>
      ) : null}
      <Answered answer={book} skeleton={<Skeleton shape="text" count={2} />}>
        {({ now }) =>
          book.items.length === 0 ? (
            <EmptyState icon="vote" reason="还没有活动" />
          ) : (
            book.items.map((campaign) => (
              <CampaignWork
                key={campaign.campaignId}
                campaign={campaign}
                now={now}
                placeCode={placeCode}
                mayAdminister={rolesAt(grants, campaign.cityCode).includes('administrator')}
              />
            ))
          )
        }
      </Answered>
      <MoreButton book={book} />
    </>
  )
}

export default function CampaignsPage() {
  return (
    <Desk title="投票活动" current="campaigns">
      {(staff) => <Campaigns staff={staff} />}
    </Desk>
  )
}
