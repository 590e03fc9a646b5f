/** In a browser the view stands in the address, without another step to go back from. */
const replaceOnWeb = (address: string): void => history.replaceState(history.state, '', `#${address}`)

/** WeChat shows no address; there the page keeps its view by itself. */
export const keepInAddress: (address: string) => void =
  process.env.TARO_ENV === 'weapp' ? () => undefined : replaceOnWeb
