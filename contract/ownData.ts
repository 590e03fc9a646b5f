import * as v from 'valibot'
import { returns } from './method'

/** One group of what a service keeps about the caller, in words that can be read: 栏目 and 内容. */
export interface ExportSection {
  title: string
  items: Record<string, string | number | null>[]
}

/** What this service keeps about the caller. Each service that keeps something has it; together they are "my data". */
export const exportMyData = {
  access: 'signedIn',
  writes: false,
  input: v.strictObject({}),
  value: returns<{ sections: ExportSection[] }>(),
  errors: {},
} as const
