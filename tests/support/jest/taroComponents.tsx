import { type ChangeEvent, type CSSProperties, forwardRef, type KeyboardEvent, type ReactNode } from 'react'

/** Plain elements in place of Taro's components, with their events in Taro's shape. */

interface CommonProps {
  children?: ReactNode
  className?: string
  style?: CSSProperties
  onClick?: () => void
  onKeyDown?: (event: KeyboardEvent) => void
  tabindex?: string
  role?: string
}

/** Only attributes that mean something to a browser are passed on. */
const webAttributes = (props: object) =>
  Object.fromEntries(
    Object.entries(props)
      .filter(([name]) => name.startsWith('aria-') || ['id', 'role', 'className', 'style'].includes(name))
      .map(([name, value]) => [name, value]),
  )

const pressAttributes = ({ onClick, onKeyDown, tabindex }: CommonProps) => ({
  onClick,
  onKeyDown,
  tabIndex: tabindex === undefined ? undefined : Number(tabindex),
})

export const View = forwardRef<HTMLDivElement, CommonProps>((props, ref) => (
  <div ref={ref} {...webAttributes(props)} {...pressAttributes(props)}>
    {props.children}
  </div>
))

export const ScrollView = View

export const Text = (props: CommonProps) => <span {...webAttributes(props)}>{props.children}</span>

export const Image = ({ src, onError, ...rest }: CommonProps & { src: string; onError?: () => void }) => (
  <img {...webAttributes(rest)} src={src} alt="" onError={onError} />
)

interface TypedProps extends CommonProps {
  value: string
  placeholder?: string
  maxlength?: number
  nativeProps?: { inputMode?: 'decimal' }
  onInput?: (event: { detail: { value: string } }) => void
}

const typed = ({ value, placeholder, maxlength, nativeProps, onInput, ...rest }: TypedProps) => ({
  ...webAttributes(rest),
  value,
  placeholder,
  maxLength: maxlength,
  ...nativeProps,
  onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
    onInput?.({ detail: { value: event.target.value } }),
})

export const Input = (props: TypedProps) => <input {...typed(props)} />
export const Textarea = (props: TypedProps) => <textarea {...typed(props)} />

interface ButtonProps extends CommonProps {
  openType?: string
  onGetPhoneNumber?: (event: { detail: { code?: string; errMsg: string } }) => void
}

export const Button = (props: ButtonProps) => (
  <button type="button" {...webAttributes(props)} {...pressAttributes(props)} data-open-type={props.openType}>
    {props.children}
  </button>
)

interface MapProps extends CommonProps {
  markers: { id: number; ariaLabel: string; callout?: { content: string } }[]
  scale: number
  onMarkerTap: (event: { detail: { markerId: number } }) => void
  onCallOutTap: (event: { detail: { markerId: number } }) => void
  onRegionChange: (event: { type: string }) => void
}

/** WeChat's map: a button for each marker, and one that says that it has been moved. */
const NativeMap = ({
  id,
  scale,
  markers,
  onMarkerTap,
  onCallOutTap,
  onRegionChange,
}: MapProps & { id: string }) => (
  <div id={id} data-scale={scale}>
    {markers.map(({ id: markerId, ariaLabel, callout }) => (
      <button
        key={markerId}
        type="button"
        aria-label={ariaLabel}
        onClick={() => (callout ? onCallOutTap : onMarkerTap)({ detail: { markerId } })}
      />
    ))}
    <button type="button" aria-label="移动地图" onClick={() => onRegionChange({ type: 'end' })} />
  </div>
)

export { NativeMap as Map }
