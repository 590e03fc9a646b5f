import type { ChairView, PanelMember } from '@contract/judging'
import { useState } from 'react'
import { Card } from '@/components/card'
import { ListRow } from '@/components/listRow'
import { memberKindWords } from '@/words/judging'
import { accountCode } from '../../inputWords'
import type { ChairProps } from './act'
import { MemberSheet } from './memberSheet'
import { SeatForm } from './seatForm'

const lineOf = ({ memberKind, recusals, accountId }: PanelMember): string =>
  [
    memberKindWords[memberKind],
    `账号尾号 ${accountCode(accountId)}`,
    ...(recusals.length > 0 ? [`回避 ${recusals.length} 个`] : []),
  ].join(' · ')

const titleOf = ({ panel }: ChairView): string => (panel.length > 0 ? `评审组 ${panel.length} 人` : '评审组')

/** Who judges: seated here, recused here. */
export const Panel = ({ view, onDone }: ChairProps) => {
  const [openedId, setOpenedId] = useState<string | null>(null)
  const opened = view.panel.find(({ judgeId }) => judgeId === openedId)
  return (
    <>
      <Card title={titleOf(view)}>
        {view.panel.map((member) => (
          <ListRow
            key={member.judgeId}
            title={member.name}
            line={lineOf(member)}
            onPress={() => setOpenedId(member.judgeId)}
          />
        ))}
        {view.state === 'closed' ? null : <SeatForm view={view} onDone={onDone} />}
      </Card>
      {opened ? (
        <MemberSheet view={view} member={opened} onDone={onDone} onClose={() => setOpenedId(null)} />
      ) : null}
    </>
  )
}
