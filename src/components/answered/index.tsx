import type { ReactNode } from 'react'
import { errorRequestId, errorText } from '@/cloud/errorText'
import type { AnswerState } from '@/cloud/useAnswer'
import { ErrorState } from '@/components/errorState'

interface AnsweredProps<Value> {
  answer: { state: AnswerState<Value>; refresh: () => Promise<void> }
  /** Of the same shape as what is to come. */
  skeleton: ReactNode
  children: (value: Value) => ReactNode
}

/** What the cloud answers, the skeleton until then, or what failed with a way on. */
export const Answered = <Value,>({ answer, skeleton, children }: AnsweredProps<Value>) => {
  const { state, refresh } = answer
  if (state.status === 'loading') return skeleton
  if (state.status === 'failed')
    return (
      <ErrorState
        sentence={errorText(state.error)}
        requestId={errorRequestId(state.error)}
        onRetry={refresh}
      />
    )
  return children(state.value)
}
