/** What the program may listen to and this harness never brings about. */
const QUIET = [
  'onAppShow',
  'onAppHide',
  'offAppShow',
  'offAppHide',
  'onError',
  'onUnhandledRejection',
  'onPageNotFound',
  'onThemeChange',
  'offThemeChange',
  'onNetworkStatusChange',
  'offNetworkStatusChange',
  'onWindowResize',
  'offWindowResize',
  'onKeyboardHeightChange',
  'offKeyboardHeightChange',
]

/** No new version is ever waiting. */
const updateManager = {
  onCheckForUpdate: () => {},
  onUpdateReady: () => {},
  onUpdateFailed: () => {},
  applyUpdate: () => {},
}

export const listenerApis = () => ({
  ...Object.fromEntries(QUIET.map((name) => [name, () => {}])),
  getUpdateManager: () => updateManager,
  nextTick: (next: () => void) => void setTimeout(next),
})
