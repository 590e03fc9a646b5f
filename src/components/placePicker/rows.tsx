import { ScrollView, View } from '@tarojs/components'
import { type PropsWithChildren, useEffect, useRef } from 'react'
import { accessible } from '@/components/accessible'

const isWeapp = process.env.TARO_ENV === 'weapp'
/** Can be given focus, but is no stop for Tab. */
const focusable = isWeapp ? {} : { tabindex: '-1' }

/** In a browser: the row that had the focus is gone, so the new list takes it. */
const useFocusOnChange = (shown: string) => {
  const list = useRef<HTMLElement>(null)
  const before = useRef(shown)
  useEffect(() => {
    if (before.current !== shown) list.current?.focus()
    before.current = shown
  }, [shown])
  return list
}

type RowsProps = PropsWithChildren<{
  label: string
  /** Which list this is: another one begins at its top. */
  shown: string
}>

export const Rows = ({ label, shown, children }: RowsProps) => {
  const list = useFocusOnChange(shown)
  return (
    <View
      className="placePicker__list"
      ref={isWeapp ? undefined : list}
      {...focusable}
      {...accessible({ role: 'radiogroup', label })}
    >
      <ScrollView key={shown} className="placePicker__rows" scrollY>
        {children}
      </ScrollView>
    </View>
  )
}
