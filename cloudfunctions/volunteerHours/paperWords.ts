/** Words on a certificate. Pure. */

/** `2026年11月21日` */
export const dayWords = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** `2 小时`, `1 小时 30 分`, `45 分钟`: as screens say it. */
export function minutesWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return `${rest} 分钟`
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分`
}

/** `0123-4567-89AB-CDEF` */
export const codeInGroups = (checkCode: string): string => checkCode.match(/.{1,4}/g)?.join('-') ?? ''

/** Where the pages are in a browser, as far as the deployment says so; null: in the mini-program only. */
export function verifyAddress(checkCode: string): string | null {
  const origin = process.env.DESK_ORIGIN?.replace(/\/+$/, '')
  return origin ? `${origin}/#/features/volunteering/pages/verify/index?checkCode=${checkCode}` : null
}
