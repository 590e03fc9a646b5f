import * as v from 'valibot'
import { id, text, wholeNumber } from './fields'
import { MESSAGES_READ_AT_ONCE } from './limits'
import { plain, returns, service } from './method'
import { exportMyData } from './ownData'

/** Messages to a person: the inbox, WeChat subscribe messages, quiet hours. */

export const MESSAGE_KINDS = [
  'roleGranted',
  'roleEnded',
  'deskSignedIn',
  'resultsPublished',
  'contentReleased',
  'contentHidden',
  'sessionOpened',
  'contentAnswered',
  'nominationReviewed',
  'caseMoved',
  'caseWork',
  /** A sign-up, or an activity that somebody has signed up for, has changed. */
  'activityMoved',
  'activityReminder',
  'hoursMoved',
  'teamAnswered',
  /** For leaders and staff: requests, claims, weeks without an activity. */
  'volunteerWork',
] as const
export type MessageKind = (typeof MESSAGE_KINDS)[number]

export interface Message {
  messageId: string
  kind: MessageKind
  title: string
  line: string
  /** Path of the page that it leads to, or null. */
  page: string | null
  createdAt: number
  isRead: boolean
}

/** A WeChat template that this deployment may send, and whether the caller has agreed to it. */
export interface MessageTemplate {
  kind: MessageKind
  templateId: string
  /** `once`: one agreement, one message. `long`: until it is taken back; for public services only. */
  term: 'once' | 'long'
  isAgreed: boolean
}

/** Minutes since midnight in Shanghai; from 22:00 to 7:00 is { from: 1320, until: 420 }. */
export interface QuietHours {
  from: number
  until: number
}

const minuteOfDay = (name: string) => wholeNumber(name, { min: 0, max: 1439 })

export const messages = service({
  /** Newest first. */
  listMessages: {
    access: 'signedIn',
    writes: false,
    input: v.strictObject({ after: v.optional(text('页码', { min: 1, max: 64 })) }),
    value: returns<{ messages: Message[]; unread: number; next: string | null }>(),
    errors: {},
  },
  countUnread: {
    access: 'signedIn',
    writes: false,
    input: v.strictObject({}),
    /** At most UNREAD_SHOWN. */
    value: returns<{ unread: number }>(),
    errors: {},
  },
  /** Marks these, or all when none are named. */
  markRead: {
    access: 'signedIn',
    writes: true,
    input: v.strictObject({
      messageIds: v.optional(v.pipe(v.array(id()), v.minLength(1), v.maxLength(MESSAGES_READ_AT_ONCE))),
    }),
    value: returns<{ unread: number }>(),
    errors: {},
  },
  /** Templates are known to everyone, so that the tap that asks for consent need not wait for the cloud. */
  getSettings: {
    access: 'signedIn',
    writes: false,
    input: v.strictObject({}),
    value: returns<{ templates: MessageTemplate[]; quietHours: QuietHours | null }>(),
    errors: {},
  },
  /** `null`: messages may come at any hour. */
  setQuietHours: {
    access: 'signedIn',
    writes: true,
    input: v.strictObject({
      quietHours: v.nullable(v.strictObject({ from: minuteOfDay('开始'), until: minuteOfDay('结束') })),
    }),
    value: returns<{ quietHours: QuietHours | null }>(),
    errors: {},
  },
  /** Remembers that the person agreed in WeChat's own dialogue to be sent this kind. */
  agree: {
    access: 'signedIn',
    wechatOnly: true,
    writes: true,
    input: v.strictObject({ kind: v.picklist(MESSAGE_KINDS), templateId: text('模板', { min: 1, max: 64 }) }),
    value: returns<{ isAgreed: true }>(),
    errors: { template_not_found: plain },
  },
  exportMyData,
})
