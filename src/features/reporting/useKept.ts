import Taro from '@tarojs/taro'
import { useState } from 'react'

/** What is being written, kept on this device with every key, until `clear`. */
export const useKept = <Value extends object>(key: string, empty: Value) => {
  const [value, setValue] = useState<Value>(() => ({
    ...empty,
    ...(Taro.getStorageSync<Partial<Value> | ''>(key) || {}),
  }))
  const revise = (part: Partial<Value> | ((before: Value) => Partial<Value>)) =>
    setValue((before) => {
      const after = { ...before, ...(typeof part === 'function' ? part(before) : part) }
      try {
        Taro.setStorageSync(key, after)
      } catch {
        // The phone's storage is full: it lasts as long as the page.
      }
      return after
    })
  const clear = () => {
    Taro.removeStorageSync(key)
    setValue(empty)
  }
  return { value, revise, clear }
}
