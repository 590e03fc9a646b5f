/** Decisions about accounts. Pure. */

/** First three and last two digits: enough for its owner to recognise, too little for anyone else. */
export const maskPhone = (number: string): string =>
  number.length < 6 ? '******' : `${number.slice(0, 3)}${'*'.repeat(number.length - 5)}${number.slice(-2)}`
