import type { CertificatePaper } from '@contract/volunteerHours'
import { minutesWords } from '@/words/volunteering'

/** A certificate in words. Pure. */

/** `2026年11月21日` */
export const paperDay = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** `0123-4567-89AB-CDEF` */
export const codeInGroups = (checkCode: string): string => checkCode.match(/.{1,4}/g)?.join('-') ?? ''

/** What was scanned or followed: the code itself, or an address that ends in it. */
export const codeIn = (scanned: string): string =>
  (/checkCode=([^&#]*)/.exec(scanned)?.[1] ?? scanned).replace(/[^0-9a-z]/gi, '').toUpperCase()

export const periodWords = ({ from, until }: Pick<CertificatePaper, 'from' | 'until'>): string =>
  `${paperDay(from)}至${paperDay(until)}`

export const lineWords = ({ day, title }: CertificatePaper['lines'][number]): string =>
  day === null ? title : `${paperDay(day)} ${title}`

type Tone = 'done' | 'wrong' | 'waiting'

export const standingWords: Record<
  CertificatePaper['standing'],
  { tone: Tone; text: string; title: string; line: string }
> = {
  valid: { tone: 'done', text: '有效', title: '这份证明有效', line: '内容和现在的记录一致。' },
  changed: {
    tone: 'waiting',
    text: '记录有变化',
    title: '证明上的记录后来有变化',
    line: '开具以后，有的时长被更正或者撤销。请本人重新开具一份。',
  },
  withdrawn: {
    tone: 'wrong',
    text: '已撤回',
    title: '这份证明已经撤回',
    line: '本人撤回了这份证明，内容不再显示。',
  },
}

/** All that the picture says, for those who cannot see it. */
export const pictureLabel = (paper: CertificatePaper): string =>
  `志愿服务记录证明：${paper.name}，${periodWords(paper)}，共 ${minutesWords(paper.minutes)}，校验码 ${codeInGroups(paper.checkCode)}`

/** What a paper says of itself, and what it does not know. */
export const PAPER_NOTES = [
  '时长由现场签到和签退记录得出，更正和撤销已经计算在内，不含事后补录的时长。',
  '姓名是志愿者注册时填写的，没有核对证件。',
] as const
