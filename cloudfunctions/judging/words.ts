import type { MemberKind } from '../../contract/judging'

/** What documents and exports say. */

export const MEMBER_NAMES: Record<MemberKind, string> = {
  civilisation: '市文明办',
  commission: '相关委办局',
  inspector: '行风监督员',
  citizen: '市民巡访团',
  media: '新闻媒体',
  expert: '专家',
  bureau: '绿化市容局',
}

/** `86.50` of 8650. */
export const points = (hundredths: number): string =>
  `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`
