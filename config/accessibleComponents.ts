/** `''` is Taro's mark for "no value unless given". */
const attributes = {
  'aria-role': '',
  'aria-label': '',
  'aria-checked': '',
  'aria-disabled': '',
  'aria-hidden': '',
}

/** The Taro components that carry accessibility attributes. */
export const accessibleComponents = {
  View: attributes,
  Text: attributes,
  Image: attributes,
  Button: attributes,
  Input: attributes,
  Textarea: attributes,
}
