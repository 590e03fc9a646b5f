import type { Elements } from './templates'

/** A node as Taro hands it to WeChat: short keys; attributes under further keys that base.wxml explains. */
export interface Node {
  /** Name of the template that draws it; text nodes have one too. */
  nn?: string
  /** Text. */
  v?: string
  cn?: Node[]
  cl?: string
  sid?: string
  uid?: string
  [attribute: string]: unknown
}

/** A node and those around it, the nearest first. */
export interface Place {
  node: Node
  around: Node[]
}

const childrenOf = (node: Node): Node[] => Object.values(node.cn ?? []).filter(Boolean)

const isText = (node: Node): boolean => node.v !== undefined && node.cn === undefined && node.cl === undefined

/** Every element below `node`, outer ones first. */
export function* placesIn(node: Node, around: Node[] = []): Generator<Place> {
  yield { node, around }
  for (const child of childrenOf(node)) if (!isText(child)) yield* placesIn(child, [node, ...around])
}

/** All text below a node, joined as it is read: React splits `已选 {n} 个` into three text nodes. */
export const textOf = (node: Node): string =>
  isText(node) ? String(node.v) : childrenOf(node).map(textOf).join('')

/** The text of each element that holds text itself, in reading order. */
export const linesOf = (root: Node): string[] =>
  [...placesIn(root)]
    .filter(({ node }) => childrenOf(node).some(isText))
    .map(({ node }) => textOf(node).trim())
    .filter(Boolean)

export const attributeOf = (elements: Elements, node: Node, name: string): unknown =>
  node[elements.get(node.nn ?? '')?.attributes.get(name) ?? '']

/** The innermost element with this text: exactly this, else containing it. Labels for screen readers count as text. */
export function findText(root: Node, elements: Elements, wanted: string): Place | undefined {
  const texts = [...placesIn(root)].map((place) => ({
    place,
    texts: [textOf(place.node).trim(), String(attributeOf(elements, place.node, 'aria-label') ?? '')],
  }))
  // Outer elements come first, so the last of the first branch that matches is the innermost.
  const innermost = (matches: (text: string) => boolean) => {
    const first = texts.findIndex((entry) => entry.texts.some(matches))
    if (first < 0) return undefined
    let found = texts[first]
    for (const entry of texts.slice(first + 1))
      if (found && entry.place.around.includes(found.place.node) && entry.texts.some(matches)) found = entry
    return found?.place
  }
  return innermost((text) => text === wanted) ?? innermost((text) => text.includes(wanted))
}

export const findAttribute = (
  root: Node,
  elements: Elements,
  name: string,
  value: string,
): Place | undefined => [...placesIn(root)].find(({ node }) => attributeOf(elements, node, name) === value)
