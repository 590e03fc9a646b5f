import type { messages } from '../../contract/messages'
import type { Methods } from '../platform/serve'
import { countUnread, listMessages, markRead } from './inbox'
import { exportMyData } from './ownData'
import { agree, getSettings, setQuietHours } from './settings'

/** The methods of messages, as the contract declares them. */
export const methods: Methods<typeof messages> = {
  listMessages,
  countUnread,
  markRead,
  getSettings,
  setQuietHours,
  agree,
  exportMyData,
}
