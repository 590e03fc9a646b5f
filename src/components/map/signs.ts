import type { MarkerTone } from './model'

/** Signs of the map, drawn once: in a browser as they are, in WeChat as pictures that config/buildIcons.ts makes. */

const PIN = 'M16 1C8 1 2 7 2 15c0 10 14 24 14 24s14-14 14-24C30 7 24 1 16 1z'

const inside: Record<MarkerTone, string> = {
  open: '<circle cx="16" cy="15" r="5.5" fill="white"/>',
  done: '<path d="M9.5 15.5l4.5 4.5 8.5-9.5" fill="none" stroke="white" stroke-width="3.4" stroke-linecap="round" stroke-linejoin="round"/>',
  overdue:
    '<path d="M16 7.5v9" stroke="white" stroke-width="4" stroke-linecap="round"/><circle cx="16" cy="22" r="2.3" fill="white"/>',
}

/** 32 wide, 40 high; its tip is the middle of the lower edge. */
export const pinDrawing = (tone: MarkerTone, colour: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 40"><path d="${PIN}" fill="${colour}" stroke="white" stroke-width="2"/>${inside[tone]}</svg>`
