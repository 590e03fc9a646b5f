import { routes } from '@/routes'

/** What the square on a paper says: the page that verifies it. In WeChat there is no such address, and it says the code. */
export const squareText: (checkCode: string) => string =
  process.env.TARO_ENV === 'weapp'
    ? (checkCode) => checkCode
    : (checkCode) => `${location.origin}${location.pathname}#${routes.verifyCertificate(checkCode)}`
