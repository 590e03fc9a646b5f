/** How this browser is called in the list of devices. Only as exact as a person needs to recognise it. */

type Name = [pattern: RegExp, name: string]

/** The first that fits: many browsers also call themselves Chrome or Safari. */
const BROWSERS: Name[] = [
  [/MicroMessenger\//, '微信'],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/QQBrowser\//, 'QQ浏览器'],
  [/UBrowser\/|UCBrowser\//, 'UC浏览器'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const SYSTEMS: Name[] = [
  [/Windows/, 'Windows'],
  [/HarmonyOS|OpenHarmony/, '鸿蒙'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/Linux/, 'Linux'],
]

const nameIn = (names: Name[], userAgent: string): string | undefined =>
  names.find(([pattern]) => pattern.test(userAgent))?.[1]

/** `Chrome · Windows` */
export const deviceWords = (userAgent: string): string =>
  `${nameIn(BROWSERS, userAgent) ?? '浏览器'} · ${nameIn(SYSTEMS, userAgent) ?? '其他系统'}`
