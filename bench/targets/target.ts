import type { HttpRequest } from '../load/order'
import type { Program } from '../programs'

/** Something that counts votes over HTTP. */
export interface Target {
  url: string
  program: Program
  /** Votes of people who have not voted yet; `choose` answers the candidate of each, from 0 to below CANDIDATES. */
  makeVotes(count: number, choose: () => number): Promise<HttpRequest[]>
  /** One read of what a person opens first: campaign or results. */
  reads: Record<string, HttpRequest>
  /** Counts its ballots anew: rows, and different voters among them. */
  countStored(): Promise<{ stored: number; distinct: number }>
}

export const CANDIDATES = 20

export const evenSpread = (): number => Math.floor(Math.random() * CANDIDATES)
export const landslide = (): number => 0
