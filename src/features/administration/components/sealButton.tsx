import type { Sealing } from '@contract/publicCount'
import { useEffect, useRef, useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import { Button } from '@/components/button'
import { ProgressBar } from '@/components/progressBar'
import { Sheet } from '@/components/sheet'
import { showToast } from '@/components/toast'
import { numberWords } from '@/words/numbers'

interface SealButtonProps {
  campaignId: string
  onDone: () => Promise<void>
}

const sealUntilDone = async (
  campaignId: string,
  onProgress: (sealing: Sealing) => boolean,
): Promise<string | null> => {
  for (;;) {
    const answer = await call('voting', 'sealBallots', { campaignId }, { requestId: newRequestId() })
    if (!answer.ok) return errorText(answer.error)
    const { sealing } = answer.value
    if (!onProgress(sealing) || sealing.state === 'done') return null
  }
}

/** Puts all ballots into the public file, a few seconds' work per call, and goes on where it was left. */
export const SealButton = ({ campaignId, onDone }: SealButtonProps) => {
  const [isAsked, setAsked] = useState(false)
  const [running, setRunning] = useState<Sealing | 'begun' | null>(null)
  const isHere = useRef(true)
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])
  const seal = async () => {
    setAsked(false)
    setRunning('begun')
    const trouble = await sealUntilDone(campaignId, (sealing) => {
      if (isHere.current) setRunning(sealing)
      return isHere.current
    })
    setRunning(null)
    if (trouble) showToast(trouble)
    await onDone()
  }
  return (
    <>
      {running && running !== 'begun' ? (
        <ProgressBar progress={running.progress} text={`已封存 ${numberWords(running.ballots)} 张`} />
      ) : null}
      <Button icon="lock" isLoading={running !== null} onPress={() => setAsked(true)}>
        封存选票
      </Button>
      <Sheet
        title="封存全部选票"
        isOpen={isAsked}
        onClose={() => setAsked(false)}
        actions={<Button onPress={seal}>开始封存</Button>}
      >
        全部选票写进一个公开文件，公布名单以后任何人都能下载，自己数一遍。封存以后，不能再剔除或认可选票。
      </Sheet>
    </>
  )
}
