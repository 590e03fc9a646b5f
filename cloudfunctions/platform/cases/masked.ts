/**
 * Numbers that lead to a person, taken out of what everyone reads. Pure. Identity numbers have 17 digits and a check
 * digit or X, mobiles 11 digits beginning with 1, telephones an area code and 7 or 8 digits, and all of them may be
 * written with blanks and dashes, or in full-width digits. House numbers, dates and case numbers are shorter.
 */
const DIGIT = '[0-9０-９]'
const GAP = '[ \\u00a0\\u3000－—_.-]?'
const digits = (count: number) => `${DIGIT}(?:${GAP}${DIGIT}){${count - 1}}`
const NUMBERS = new RegExp(
  [
    `${digits(17)}${GAP}(?:${DIGIT}|[XxＸｘ])`,
    `[1１]${GAP}[3-9３-９]${GAP}${digits(9)}`,
    `[(（]?[0０](?:${DIGIT}){2,3}[)）]?${GAP}${digits(7)}(?:${GAP}${DIGIT})?`,
  ]
    .map((number) => `(?<!${DIGIT})(?:${number})(?!${DIGIT})`)
    .join('|'),
  'g',
)

export const MASKED = '＊＊＊'

export const withoutNumbers = (text: string): string => text.replace(NUMBERS, MASKED)
