import type { Result } from '@contract/result'
import { useState } from 'react'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import type { CloudError } from '@/cloud/services'

/** What is typed stays whatever fails; the same sent again is the same request. */
export const useSending = () => {
  const [requestId, setRequestId] = useState(newRequestId)
  const [error, setError] = useState<CloudError | null>(null)
  const anew = () => {
    setRequestId(newRequestId())
    setError(null)
  }
  const fields = error?.code === 'invalid_input' ? error.fields : []
  return {
    /** Something has been typed since. */
    anew,
    error,
    /** What is wrong with a field, by its path in the input. */
    problemAt: (path: string): string | undefined => fields.find((field) => field.path === path)?.message,
    /** In words, or null. */
    trouble:
      error === null
        ? null
        : error.code === 'invalid_input'
          ? '有的地方还没有填好，请看红色的提示。'
          : errorText(error),
    /** Null: it was refused, and that is said. */
    send: async <Value>(
      ask: (requestId: string) => Promise<Result<Value, CloudError>>,
    ): Promise<Value | null> => {
      const answer = await ask(requestId)
      if (answer.ok) {
        anew()
        return answer.value
      }
      setError(answer.error)
      setRequestId(newRequestId())
      return null
    },
  }
}
