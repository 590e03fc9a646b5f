import type { Answering } from './answer'
import { ApiFailed } from './answer'

/** What the person sees over the page, and how this person answers. */
export interface Answers {
  /** A dialog's confirm button. */
  confirms: boolean
  /** Subscribe messages. */
  subscription: 'accept' | 'reject'
}

export function screenApis(answering: Answering, answers: Answers) {
  const shown = (names: string[]) => Object.fromEntries(names.map((name) => [name, answering(name)]))
  return {
    ...shown(['showToast', 'hideToast', 'showLoading', 'hideLoading', 'setNavigationBarTitle']),
    ...shown(['setNavigationBarColor', 'stopPullDownRefresh', 'startPullDownRefresh', 'pageScrollTo']),
    ...shown([
      'setClipboardData',
      'vibrateShort',
      'previewImage',
      'hideKeyboard',
      'showShareMenu',
      'setKeepScreenOn',
    ]),
    ...shown(['setTabBarBadge', 'removeTabBarBadge']),
    showModal: answering('showModal', () => ({ confirm: answers.confirms, cancel: !answers.confirms })),
    showActionSheet: answering('showActionSheet', () => {
      if (answers.confirms) return { tapIndex: 0 }
      throw new ApiFailed('showActionSheet:fail cancel')
    }),
    requestSubscribeMessage: answering('requestSubscribeMessage', ({ tmplIds }) =>
      Object.fromEntries((tmplIds as string[]).map((template) => [template, answers.subscription])),
    ),
  }
}
