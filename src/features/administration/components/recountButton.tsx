import type { CountView, Recount } from '@contract/voting'
import { useEffect, useRef, useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import { Button } from '@/components/button'
import { ProgressBar } from '@/components/progressBar'
import { showToast } from '@/components/toast'
import { numberWords } from '@/words/numbers'

interface RecountButtonProps {
  campaignId: string
  view: CountView
  onDone: () => Promise<void>
}

const askUntilDone = async (
  campaignId: string,
  started: string | undefined,
  onProgress: (recount: Recount) => boolean,
): Promise<string | null> => {
  let recountId = started
  for (;;) {
    const answer = await call('voting', 'recount', { campaignId, recountId }, { requestId: newRequestId() })
    if (!answer.ok) return errorText(answer.error)
    recountId = answer.value.recountId
    if (!onProgress(answer.value) || answer.value.state !== 'running') return null
  }
}

/** Counts every ballot anew, a few seconds' work per call, and goes on where a recount was left. */
export const RecountButton = ({ campaignId, view, onDone }: RecountButtonProps) => {
  const [running, setRunning] = useState<Recount | null>(null)
  const isHere = useRef(true)
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])
  const unfinished = view.recount?.state === 'running' ? view.recount.recountId : undefined
  const count = async () => {
    const trouble = await askUntilDone(campaignId, unfinished, (recount) => {
      if (isHere.current) setRunning(recount)
      return isHere.current
    })
    setRunning(null)
    if (trouble) showToast(trouble)
    await onDone()
  }
  return (
    <>
      {running ? (
        <ProgressBar progress={running.progress} text={`已清点 ${numberWords(running.ballotsCounted)} 张`} />
      ) : null}
      <Button icon="count" isLoading={running !== null} onPress={count}>
        {unfinished ? '继续清点' : '清点全部选票'}
      </Button>
    </>
  )
}
