const PIECES = 4

/** Made once per intention, before the first try; every retry carries the same one. About 120 random bits. */
export const newRequestId = (): string =>
  Array.from({ length: PIECES }, () =>
    Math.floor(Math.random() * 2 ** 30)
      .toString(36)
      .padStart(6, '0'),
  ).join('-')
