import type { FormPart } from '@contract/nominations'
import Taro from '@tarojs/taro'

/** The parts of the form by name, so that a problem can lead to its place. */
export const idOfPart = (part: FormPart): string => `part-${part}`

/** Under the title bar something of what stands above stays in sight. */
const ROOM_ABOVE = -80

const inWechat = (part: FormPart): void => {
  void Taro.pageScrollTo({ selector: `#${idOfPart(part)}`, offsetTop: ROOM_ABOVE, duration: 0 })
}

/** Pages behind this one stay in the document; the last is the one in sight. */
const onWeb = (part: FormPart): void => {
  const place = [...document.querySelectorAll<HTMLElement>(`#${idOfPart(part)}`)].at(-1)
  place?.scrollIntoView({ block: 'center' })
  place?.querySelector<HTMLElement>('input, textarea, [role="button"]')?.focus({ preventScroll: true })
}

/** Leads to a part of the form, and in a browser puts the cursor there. */
export const focusPart: (part: FormPart) => void = process.env.TARO_ENV === 'weapp' ? inWechat : onWeb
