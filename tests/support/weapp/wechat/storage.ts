import type { Answering } from './answer'

/** WeChat refuses a value above 1 MB. */
const LARGEST_VALUE = 1024 * 1024

/** Storage of one person's phone. A missing key reads as an empty string, as in WeChat. */
export function storageApis(answering: Answering, kept: Map<string, string>) {
  const read = (key: string): unknown => {
    const value = kept.get(key)
    return value === undefined ? '' : JSON.parse(value)
  }
  const write = (key: string, value: unknown) => {
    const text = JSON.stringify(value)
    if (text.length > LARGEST_VALUE) throw new Error('setStorage:fail entry size limit reached')
    kept.set(key, text)
  }
  return {
    getStorageSync: read,
    setStorageSync: write,
    removeStorageSync: (key: string) => void kept.delete(key),
    clearStorageSync: () => kept.clear(),
    getStorageInfoSync: () => ({ keys: [...kept.keys()], currentSize: 0, limitSize: 10240 }),
    getStorage: answering('getStorage', ({ key }) => ({ data: read(String(key)) })),
    setStorage: answering('setStorage', ({ key, data }) => void write(String(key), data)),
    removeStorage: answering('removeStorage', ({ key }) => void kept.delete(String(key))),
  }
}
