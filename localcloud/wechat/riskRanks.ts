/**
 * How much WeChat doubts each person, from 0 to 4; null: WeChat does not answer about them. Everyone has rank 0
 * until control says otherwise. Not simulated: any assessment. Forgotten at a restart.
 */
export interface RiskRanks {
  set(openid: string, rank: number | null): void
  of(openid: string): number | null
}

export function createRiskRanks(): RiskRanks {
  const ranks = new Map<string, number | null>()
  return {
    set: (openid, rank) => void ranks.set(openid, rank),
    of: (openid) => ranks.get(openid) ?? (ranks.has(openid) ? null : 0),
  }
}

export const isRiskRank = (value: unknown): value is number | null =>
  value === null || [0, 1, 2, 3, 4].includes(value as number)
