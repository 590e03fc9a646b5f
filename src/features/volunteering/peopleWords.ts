import type { Guardian } from '@contract/volunteering/people'

/** Volunteers and teams in words. Pure. */

export const guardianWords: Record<Guardian['relation'], string> = {
  parent: '父母',
  grandparent: '祖父母、外祖父母',
  other: '其他监护人',
}

export const joiningWords = {
  open: '随时可以加入',
  request: '申请后由负责人答复',
} as const
