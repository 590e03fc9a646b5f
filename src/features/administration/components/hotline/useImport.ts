import type { Datum, Import, RowProblem } from '@contract/hotline'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import { partsOf, type Ticket } from './sheetColumns'

/** The way of a sheet into the cloud: its rows part by part, then all of them at once into cases. */

export interface Received {
  importId: string
  tickets: number
  known: number
  placed: number
  problems: RowProblem[]
}

export type ImportState =
  | { step: 'idle'; trouble?: string }
  | { step: 'sending'; sent: number; rows: number }
  | { step: 'received'; received: Received; trouble?: string }
  | { step: 'done'; outcome: Import }

export interface SheetToSend {
  placeCode: string
  name: string
  datum: Datum
  tickets: Ticket[]
}

export function useImport(onChanged: () => Promise<void>) {
  const [state, setState] = useState<ImportState>({ step: 'idle' })

  /** Stops at the first part that does not arrive; what came of it stays an import that ends by itself. */
  const send = async ({ placeCode, name, datum, tickets }: SheetToSend) => {
    const rows = tickets.length
    setState({ step: 'sending', sent: 0, rows })
    const started = await call(
      'hotline',
      'startImport',
      { placeCode, name, rows, datum },
      { requestId: newRequestId() },
    )
    if (!started.ok) return setState({ step: 'idle', trouble: errorText(started.error) })
    const { importId } = started.value
    const received: Received = { importId, tickets: rows, known: 0, placed: 0, problems: [] }
    let sent = 0
    for (const part of partsOf(tickets)) {
      const answer = await call(
        'hotline',
        'putTickets',
        { importId, tickets: part },
        { requestId: newRequestId() },
      )
      if (!answer.ok) return setState({ step: 'idle', trouble: errorText(answer.error) })
      sent += part.length
      received.known += answer.value.known
      received.placed += answer.value.placed
      received.problems.push(...answer.value.problems)
      setState({ step: 'sending', sent, rows })
    }
    setState({ step: 'received', received })
    await onChanged()
  }

  const finish = async (received: Received, requestId: string) => {
    const { importId } = received
    const answer = await call('hotline', 'finishImport', { importId }, { requestId })
    if (!answer.ok) return setState({ step: 'received', received, trouble: errorText(answer.error) })
    setState({ step: 'done', outcome: answer.value.import })
    await onChanged()
  }

  const drop = async ({ importId }: Received) => {
    await call('hotline', 'dropImport', { importId }, { requestId: newRequestId() })
    setState({ step: 'idle' })
    await onChanged()
  }

  return { state, send, finish, drop, begin: () => setState({ step: 'idle' }) }
}
