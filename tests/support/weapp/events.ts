import type { Faults } from './faults'
import type { PageInstance } from './pages'
import type { Elements } from './templates'
import type { Node, Place } from './tree'

/** Of WeChat's events only these go on to the elements around the one touched. */
const BUBBLING = new Set(['tap', 'touchstart', 'touchmove', 'touchend', 'touchcancel', 'longpress'])

/**
 * Delivers an event as WeChat would: only to elements whose WXML binds it, from the inside out, until one catches it.
 * Taro binds everything to the page's `eh`. An event that nothing receives is a mistake of the test or of the page.
 */
export function deliver(
  { page, elements, faults }: { page: PageInstance; elements: Elements; faults: Faults },
  { node, around }: Place,
  type: string,
  detail: object,
): void {
  const reached = BUBBLING.has(type) ? [node, ...around] : [node]
  const receivers = reached.filter((one) => isBound(elements, one, type))
  if (receivers.length === 0) throw new Error(`nothing receives "${type}" here`)
  for (const receiver of receivers) {
    const event = { type, timeStamp: Date.now(), detail, mark: {}, touches: [], changedTouches: [] }
    faults.guard(`on ${type}`, () =>
      page.eh?.({ ...event, target: asTarget(node), currentTarget: asTarget(receiver) }),
    )
    if (elements.get(receiver.nn ?? '')?.caught.has(type)) return
  }
}

const isBound = (elements: Elements, node: Node, type: string): boolean => {
  const element = elements.get(node.nn ?? '')
  return element !== undefined && (element.events.has(type) || element.caught.has(type))
}

const asTarget = ({ uid, sid }: Node) => ({
  id: uid ?? sid,
  dataset: { sid },
  offsetLeft: 0,
  offsetTop: 0,
})
