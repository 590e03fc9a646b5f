import Taro from '@tarojs/taro'

/** Long enough to read a sentence slowly. */
const READING_TIME = 2500

/** A short word that needs no answer; anything that matters is said on the page. */
export const showToast = (sentence: string): void => {
  void Taro.showToast({ title: sentence, icon: 'none', duration: READING_TIME })
}
