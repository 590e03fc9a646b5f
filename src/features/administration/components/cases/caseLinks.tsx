import type { StaffCase } from '@contract/cases/cases'
import { Card } from '@/components/card'
import { ListRow } from '@/components/listRow'
import { Notice } from '@/components/notice'
import { open, routes } from '@/routes'

const Link = ({ caseId, number, title }: { caseId: string; number: string; title: string }) => (
  <ListRow title={title} line={number} icon="forward" onPress={() => open(routes.staffCase({ caseId }))} />
)

/** Where a merged case went, and what was merged into this one. */
export const CaseLinks = ({ shown: { mergedInto, absorbed } }: { shown: StaffCase }) => (
  <>
    {mergedInto ? (
      <Notice kind="information" title="已并入另一个案件">
        <Link {...mergedInto} title="打开那个案件" />
      </Notice>
    ) : null}
    {absorbed.length > 0 ? (
      <Card title={`并入的案件（${absorbed.length}）`}>
        {absorbed.map((each) => (
          <Link key={each.caseId} {...each} title="并入的案件" />
        ))}
      </Card>
    ) : null}
  </>
)
