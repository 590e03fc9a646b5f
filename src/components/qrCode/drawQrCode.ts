import qrcode from 'qrcode-generator'

/** As many as the standard asks for, in modules. */
const QUIET_ZONE = 4
/** Pixels of a module. Larger would be sharper, but packing takes the square of it, which an old phone feels. */
const MODULE_SIZE = 4
/** The smallest version that holds the text. */
const FITTING = 0

/** The library takes a character for a byte; scanners expect UTF-8. */
const asBytes = (text: string): string =>
  encodeURIComponent(text).replace(/%([0-9A-F]{2})/g, (_, byte: string) =>
    String.fromCharCode(Number.parseInt(byte, 16)),
  )

/** A GIF as a data address: the one kind of picture that needs neither a canvas nor the network in WeChat. */
export const drawQrCode = (text: string): string => {
  // A sixth of it may be covered by glare or a fingerprint.
  const code = qrcode(FITTING, 'M')
  code.addData(asBytes(text))
  code.make()
  return code.createDataURL(MODULE_SIZE, QUIET_ZONE * MODULE_SIZE)
}
