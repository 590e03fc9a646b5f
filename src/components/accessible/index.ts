/** What a screen reader must know of an element. */
export interface Accessible {
  role?:
    | 'button'
    | 'link'
    | 'checkbox'
    | 'tab'
    | 'dialog'
    | 'alert'
    | 'status'
    | 'img'
    | 'heading'
    | 'progressbar'
    | 'list'
    | 'navigation'
    | 'radiogroup'
    | 'radio'
    | 'table'
    | 'rowgroup'
    | 'row'
    | 'columnheader'
    | 'cell'
  label?: string
  checked?: boolean
  disabled?: boolean
  /** The page, or the item of a list, that is shown; in a browser only. */
  current?: 'page' | 'true'
  /** Of a column's head, in a browser only. */
  sort?: 'ascending' | 'descending' | 'none'
  /** Drawn only; the words beside it say the same. */
  hidden?: boolean
}

type Attributes = Record<string, string | boolean>

const given = (attributes: Record<string, string | boolean | undefined>): Attributes =>
  Object.fromEntries(
    Object.entries(attributes).filter((entry): entry is [string, string | boolean] => entry[1] !== undefined),
  )

const weappAttributes = ({ role, label, checked, disabled, hidden }: Accessible): Attributes =>
  given({
    ariaRole: role,
    ariaLabel: label,
    ariaChecked: checked,
    ariaDisabled: disabled,
    ariaHidden: hidden,
  })

const words = (value: boolean | undefined) => (value === undefined ? undefined : String(value))

const webAttributes = ({ role, label, checked, disabled, current, sort, hidden }: Accessible): Attributes =>
  given({
    role,
    'aria-label': label,
    'aria-checked': words(checked),
    'aria-disabled': words(disabled),
    'aria-current': current,
    'aria-sort': sort,
    'aria-hidden': words(hidden),
  })

/** WeChat and the browser name the same attributes differently. */
export const accessible: (description: Accessible) => Attributes =
  process.env.TARO_ENV === 'weapp' ? weappAttributes : webAttributes
