import type { Device } from '../program'

/** The phone: an Android of 390×844 with WeChat 8.0.50. */
export function deviceApis({ theme, fontSizeSetting }: Device, firstRoute: string) {
  const screen = {
    windowWidth: 390,
    windowHeight: 760,
    screenWidth: 390,
    screenHeight: 844,
    pixelRatio: 3,
    statusBarHeight: 36,
    screenTop: 84,
    safeArea: { left: 0, right: 390, top: 36, bottom: 844, width: 390, height: 808 },
  }
  const app = {
    SDKVersion: '3.7.0',
    version: '8.0.50',
    language: 'zh_CN',
    theme,
    fontSizeSetting,
    fontSizeScaleFactor: fontSizeSetting / 16,
    enableDebug: false,
    host: { env: 'WeChat' },
  }
  const phone = {
    brand: 'Xiaomi',
    model: '22101316C',
    system: 'Android 13',
    platform: 'android',
    benchmarkLevel: 20,
  }
  const entry = { path: firstRoute, query: {}, scene: 1001, referrerInfo: {}, forwardMaterials: [] }
  return {
    getWindowInfo: () => screen,
    getAppBaseInfo: () => app,
    getDeviceInfo: () => phone,
    getSystemInfoSync: () => ({ ...screen, ...app, ...phone }),
    getLaunchOptionsSync: () => entry,
    getEnterOptionsSync: () => entry,
    getMenuButtonBoundingClientRect: () => ({
      left: 296,
      right: 383,
      top: 40,
      bottom: 72,
      width: 87,
      height: 32,
    }),
    getAccountInfoSync: () => ({
      miniProgram: { appId: 'wx0000000000000000', envVersion: 'release', version: '' },
    }),
    canIUse: () => true,
  }
}
