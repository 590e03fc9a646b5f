import { ScrollView, View } from '@tarojs/components'
import { type PropsWithChildren, useEffect, useRef } from 'react'
import { accessible } from '@/components/accessible'

const isWeapp = process.env.TARO_ENV === 'weapp'
/** Can be given focus, but is no stop for Tab. */
const focusable = isWeapp ? {} : { tabindex: '-1' }

/** In a browser: the row that had the focus is gone, so the list that came in its place takes it. */
const useFocus = (shown: string, takesFocus: boolean) => {
  const list = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list is another reason
  useEffect(() => {
    if (takesFocus) list.current?.focus()
  }, [shown, takesFocus])
  return list
}

type RowsProps = PropsWithChildren<{
  label: string
  /** Which list this is: another one begins at its top. */
  shown: string
  /** Whether a press on the list before has led here. */
  takesFocus?: boolean
}>

export const Rows = ({ label, shown, takesFocus = false, children }: RowsProps) => {
  const list = useFocus(shown, takesFocus && !isWeapp)
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
