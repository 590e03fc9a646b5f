import type { ActivitySummary } from '@contract/volunteering/activities'
import { useEffect, useState } from 'react'
import { call } from '@/cloud/call'
import type { Input } from '@/cloud/services'

/** A calendar of a whole city in its busiest month; more days than this shows are found by pressing them. */
const PAGES_AT_MOST = 8

type Question = Omit<Input<'activities', 'listActivities'>, 'after'>

/**
 * What is held in a span, page after page, for a calendar that shows on which days there is something. What could not
 * be read is not shown: the list beside it says what failed.
 */
export function useHeld(question: Question | null): ActivitySummary[] {
  const key = question && JSON.stringify(question)
  const [held, setHeld] = useState<{ key: string | null; activities: ActivitySummary[] }>({
    key: null,
    activities: [],
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the question
  useEffect(() => {
    let isGone = false
    const read = async (): Promise<void> => {
      if (!question) return
      const activities: ActivitySummary[] = []
      let after: string | undefined
      for (let page = 0; page < PAGES_AT_MOST; page++) {
        const answer = await call('activities', 'listActivities', { ...question, after })
        if (isGone || !answer.ok) return
        activities.push(...answer.value.activities)
        setHeld({ key, activities: [...activities] })
        if (answer.value.next === null) return
        after = answer.value.next
      }
    }
    void read()
    return () => {
      isGone = true
    }
  }, [key])
  return held.key === key ? held.activities : []
}
