import { useState } from 'react'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import { Button } from '@/components/button'
import { Sheet } from '@/components/sheet'
import { showToast } from '@/components/toast'

type Written = { ok: true } | { ok: false; error: Parameters<typeof errorText>[0] }
export const troubleOf = (answer: Written): string | null => (answer.ok ? null : errorText(answer.error))

interface AskedStepProps {
  button: string
  title: string
  explanation: string
  run: (requestId: string) => Promise<string | null>
  onDone: () => Promise<void>
}

/** A step that is done once, after a second look. */
export const AskedStep = ({ button, title, explanation, run, onDone }: AskedStepProps) => {
  const [requestId, setRequestId] = useState<string | null>(null)
  const confirm = async () => {
    const trouble = await run(requestId ?? newRequestId())
    if (trouble) showToast(trouble)
    else setRequestId(null)
    await onDone()
  }
  return (
    <>
      <Button onPress={() => setRequestId(newRequestId())}>{button}</Button>
      <Sheet
        title={title}
        isOpen={requestId !== null}
        onClose={() => setRequestId(null)}
        actions={<Button onPress={confirm}>{button}</Button>}
      >
        {explanation}
      </Sheet>
    </>
  )
}
