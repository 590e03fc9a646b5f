import qrcode from 'qrcode-generator'

const MODULE_SIZE = 6
const QUIET_ZONE = 4
/** The smallest version that holds the text. */
const FITTING = 0

/** The bytes of a GIF. `text`: ASCII. */
export function qrPicture(text: string): Buffer {
  const code = qrcode(FITTING, 'M')
  code.addData(text)
  code.make()
  const [, base64 = ''] = code.createDataURL(MODULE_SIZE, QUIET_ZONE * MODULE_SIZE).split(',')
  return Buffer.from(base64, 'base64')
}
