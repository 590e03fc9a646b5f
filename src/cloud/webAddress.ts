/** Where other programs find a function, as far as this build knows it: null in WeChat. */
export const webAddress = (service: string): string | null =>
  process.env.TARO_ENV === 'weapp'
    ? null
    : new URL(`${HTTP_ORIGIN}/web/${service}`, window.location.href).href
