import { useState } from 'react'
import { call } from '@/cloud/call'
import { usePages } from '@/cloud/usePages'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { EmptyState } from '@/components/emptyState'
import { ListRow } from '@/components/listRow'
import { Sheet } from '@/components/sheet'
import { Skeleton } from '@/components/skeleton'
import { replaceBy, routes } from '@/routes'
import { fullDayWords } from '@/words/moments'
import { MoreButton } from '../moreButton'

const Campaigns = ({ cityCode }: { cityCode: string }) => {
  const book = usePages('campaigns', {
    ask: (after: string | undefined) => call('voting', 'listCampaigns', { after }),
    read: ({ campaigns, next }) => ({ items: campaigns, next }),
  })
  const own = book.items.filter((campaign) => campaign.cityCode === cityCode)
  return (
    <>
      <Answered answer={book} skeleton={<Skeleton shape="text" count={3} />}>
        {() =>
          own.length === 0 ? (
            <EmptyState icon="vote" reason="这里还没有以前的活动" />
          ) : (
            own.map(({ campaignId, name, nominationOpensAt, votingOpensAt }) => (
              <ListRow
                key={campaignId}
                icon="vote"
                title={name}
                line={`${fullDayWords(nominationOpensAt ?? votingOpensAt)} 开始`}
                onPress={() => replaceBy(routes.editCampaign({ cityCode, copyFrom: campaignId }))}
              />
            ))
          )
        }
      </Answered>
      <MoreButton book={book} />
    </>
  )
}

/** A new campaign after an earlier one of the place. */
export const CopyEarlier = ({ cityCode }: { cityCode: string }) => {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button kind="secondary" icon="document" onPress={() => setOpen(true)}>
        照以前的活动复制
      </Button>
      <Sheet title="选择以前的活动" isOpen={isOpen} onClose={() => setOpen(false)}>
        {isOpen ? <Campaigns cityCode={cityCode} /> : null}
      </Sheet>
    </>
  )
}
