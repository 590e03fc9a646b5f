import { EmptyState } from '@/components/emptyState'
import { Page } from '@/components/page'

export default function VotePage() {
  return (
    <Page title="投票" isTab>
      <EmptyState icon="vote" reason="现在没有正在进行的投票" />
    </Page>
  )
}
