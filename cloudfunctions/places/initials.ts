/**
 * First letters of a name's pinyin: 静安区 → jaq. The collation of pinyin puts each letter's characters between the
 * two below, so no dictionary is needed; a character of several readings goes by its commonest one.
 */
const FIRST_OF_LETTER = [
  ['a', '阿'],
  ['b', '八'],
  ['c', '嚓'],
  ['d', '咑'],
  ['e', '妸'],
  ['f', '发'],
  ['g', '旮'],
  ['h', '哈'],
  ['j', '丌'],
  ['k', '咔'],
  ['l', '垃'],
  ['m', '妈'],
  ['n', '拏'],
  ['o', '噢'],
  ['p', '妑'],
  ['q', '七'],
  ['r', '呥'],
  ['s', '仨'],
  ['t', '他'],
  ['w', '屲'],
  ['x', '夕'],
  ['y', '丫'],
  ['z', '帀'],
] as const

/** Read another way in the names of places than the collation has it: 长宁, 莘庄, 闵行, 厦门路. */
const READ_OTHERWISE = [
  ['长', 'c'],
  ['莘', 'x'],
  ['行', 'h'],
  ['厦', 'x'],
] as const

const pinyin = new Intl.Collator('zh-Hans-CN-u-co-pinyin')

const known = new Map<string, string>(READ_OTHERWISE)

function initialOf(character: string): string {
  if (!/[\u4e00-\u9fff]/.test(character)) return character.toLowerCase()
  const found = known.get(character)
  if (found) return found
  const initial = FIRST_OF_LETTER.findLast(([, first]) => pinyin.compare(character, first) >= 0)?.[0] ?? ''
  known.set(character, initial)
  return initial
}

export const initialsOf = (name: string): string => [...name].map(initialOf).join('')
