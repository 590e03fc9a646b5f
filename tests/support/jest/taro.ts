import { useEffect } from 'react'

/** Taro's calls as jest functions, with storage that keeps what is put into it. */

const storage = new Map<string, unknown>()

const taro = {
  getStorageSync: jest.fn((key: string) => storage.get(key) ?? ''),
  setStorageSync: jest.fn((key: string, value: unknown) => void storage.set(key, value)),
  removeStorageSync: jest.fn((key: string) => void storage.delete(key)),
  getStorageInfoSync: jest.fn(() => ({ keys: [...storage.keys()] })),
  getAppBaseInfo: jest.fn(() => ({ fontSizeSetting: 16 })),
  getCurrentPages: jest.fn((): unknown[] => [{}]),
  navigateBack: jest.fn(() => Promise.resolve()),
  navigateTo: jest.fn((_options: { url: string }) => Promise.resolve()),
  redirectTo: jest.fn((_options: { url: string }) => Promise.resolve()),
  switchTab: jest.fn((_options: { url: string }) => Promise.resolve()),
  setTabBarBadge: jest.fn((_options: { index: number; text: string }) => Promise.resolve()),
  removeTabBarBadge: jest.fn((_options: { index: number }) => Promise.resolve()),
  requestSubscribeMessage: jest.fn(),
  previewImage: jest.fn((_options: { current: string; urls: string[] }) => Promise.resolve()),
  nextTick: jest.fn((run: () => void) => run()),
  createMapContext: jest.fn((_id: string): unknown => ({})),
  showToast: jest.fn((_options: { title: string }) => Promise.resolve()),
  stopPullDownRefresh: jest.fn(),
  pageScrollTo: jest.fn((_options: { scrollTop: number }) => Promise.resolve()),
  cloud: { callFunction: jest.fn() },
}

export const useDidShow = (run: () => void) => useEffect(run, [run])
export const useDidHide = jest.fn()
export const usePullDownRefresh = jest.fn()
export const useReachBottom = jest.fn()
export const useRouter = jest.fn((): { params: Record<string, string> } => ({ params: {} }))

export default taro
