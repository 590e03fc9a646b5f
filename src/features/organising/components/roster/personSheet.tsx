import type { Activity } from '@contract/volunteering/activities'
import type { Direction, RosterRow } from '@contract/volunteering/presence'
import { useState } from 'react'
import { cloudNow } from '@/cloud/cloudClock'
import { Button } from '@/components/button'
import { DateTimeField } from '@/components/dateTimeField'
import { KeyValue } from '@/components/keyValue'
import { Sheet } from '@/components/sheet'
import { minutesWords } from '@/words/volunteering'
import { type RosterActs, usualMoment } from '../../presence/useRoster'
import { checkWords, directionWords, standingOf } from '../../presence/words'

const factsOf = ({ presence, roleName, isWalkIn }: RosterRow) => [
  { key: '岗位', value: isWalkIn ? '没有报名' : (roleName ?? '—') },
  ...(presence?.checkIn ? [{ key: '签到', value: checkWords(presence.checkIn) }] : []),
  ...(presence?.checkOut ? [{ key: '签退', value: checkWords(presence.checkOut) }] : []),
  ...(presence?.state === 'credited' ? [{ key: '时长', value: minutesWords(presence.minutes) }] : []),
]

/** Which end is taken down next; null: both are there. */
const nextDirection = ({ presence }: RosterRow): Direction | null => {
  if (!presence?.checkIn) return 'in'
  return presence.checkOut ? null : 'out'
}

interface TakeDownProps {
  row: RosterRow
  direction: Direction
  activity: Activity
  onConfirm: RosterActs['confirm']
  onDone: () => void
}

/** Now, or when the leader says: somebody without a phone came earlier. */
const TakeDown = ({ row, direction, activity, onConfirm, onDone }: TakeDownProps) => {
  const [at, setAt] = useState(() => usualMoment(direction, activity, cloudNow()))
  const [isAsked, setAsked] = useState(at !== null)
  const confirm = async () => {
    await onConfirm(direction, [{ accountId: row.accountId }], at)
    onDone()
  }
  return (
    <>
      {isAsked ? (
        <DateTimeField
          label={`${directionWords[direction]}时间`}
          value={at ?? cloudNow()}
          hasTime
          mayClear={false}
          from={activity.startsAt - 3_600_000}
          until={activity.endsAt + 7_200_000}
          onChange={setAt}
        />
      ) : (
        <Button kind="quiet" onPress={() => setAsked(true)}>
          不是现在，改时间
        </Button>
      )}
      <Button icon="check" onPress={confirm}>
        确认{directionWords[direction]}
      </Button>
    </>
  )
}

interface PersonSheetProps {
  row: RosterRow
  activity: Activity
  acts: RosterActs
  onCorrect: () => void
  onExcuse: () => void
  onClose: () => void
}

/** One person: what is known of them, and what the leader can do about it. */
export const PersonSheet = ({ row, activity, acts, onCorrect, onExcuse, onClose }: PersonSheetProps) => {
  const { presence } = row
  const direction = nextDirection(row)
  // One thing at a time: what is there is confirmed before more is taken down.
  const isWeak = standingOf(row) === 'toConfirm'
  const confirmWhole = async () => {
    await acts.confirmWhole(row)
    onClose()
  }
  return (
    <Sheet title={row.name} isOpen onClose={onClose}>
      <KeyValue rows={factsOf(row)} />
      {isWeak ? (
        <Button icon="check" onPress={confirmWhole}>
          人在现场，确认
        </Button>
      ) : null}
      {direction && !isWeak ? (
        <TakeDown
          key={direction}
          row={row}
          direction={direction}
          activity={activity}
          onConfirm={acts.confirm}
          onDone={onClose}
        />
      ) : null}
      {presence?.state === 'credited' ? (
        <Button kind="secondary" icon="edit" onPress={onCorrect}>
          更正时长
        </Button>
      ) : null}
      {presence?.state === 'absent' ? (
        <Button kind="secondary" icon="edit" onPress={onExcuse}>
          说明缺席原因
        </Button>
      ) : null}
    </Sheet>
  )
}
