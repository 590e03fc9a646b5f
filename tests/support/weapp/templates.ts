import { readFileSync } from 'node:fs'
import path from 'node:path'

/** What base.wxml draws for one of Taro's node names, which are numbers that differ from build to build. */
export interface Element {
  tag: string
  /** Events that WeChat would deliver: the ones bound in WXML, and no others. */
  events: Set<string>
  /** Events that go no further up. */
  caught: Set<string>
  /** Attribute → the short key that its value has in the data. */
  attributes: Map<string, string>
}

export type Elements = Map<string, Element>

const TEMPLATE = /<template name="tmpl_\d+_(\w+?)(?:_(?:focus|blur))?">\s*<([\w-]+)([^>]*)>/g
const BINDING = /\b(bind|catch):?(\w+)="eh"/g
const ATTRIBUTE = /([\w-]+)="\{\{[^}]*?\bi\.(\w+)/g

export function readElements(build: string): Elements {
  const elements: Elements = new Map()
  for (const [, name = '', tag = '', written = ''] of readFileSync(
    path.join(build, 'base.wxml'),
    'utf8',
  ).matchAll(TEMPLATE)) {
    // A template that only picks another one, by whether the field has the focus.
    if (tag === 'template') continue
    const element = elements.get(name) ?? newElement(tag)
    elements.set(name, element)
    for (const [, kind, event = ''] of written.matchAll(BINDING))
      (kind === 'catch' ? element.caught : element.events).add(event)
    for (const [, attribute = '', key = ''] of written.matchAll(ATTRIBUTE))
      element.attributes.set(attribute, key)
  }
  return elements
}

const newElement = (tag: string): Element => ({
  tag,
  events: new Set(),
  caught: new Set(),
  attributes: new Map(),
})
