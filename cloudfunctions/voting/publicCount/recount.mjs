// Counts the public ballots of a 共治 campaign again. Needs Node.js 18 or newer, and nothing else:
//
//   node recount.mjs ballots.txt [root hash that the campaign's page shows]
//
// Of very many ballots there are several files (ballots-1.txt ballots-2.txt …): name them all, in their order.
// The format of the file and what this proves are explained in docs/recount.md of the program.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

const shownRoots = process.argv.slice(2).filter((word) => /^[0-9a-f]{64}$/i.test(word))
const fileNames = process.argv.slice(2).filter((word) => !shownRoots.includes(word))
if (fileNames.length === 0) {
  console.error('用法：node recount.mjs ballots.txt [网页上的根哈希]')
  process.exit(2)
}
const file = Buffer.concat(fileNames.map((name) => readFileSync(name)))

const problems = []
const problem = (line, words) => problems.push(line ? `第 ${line} 行${words}` : words)

// ---- The Merkle tree (RFC 6962 with SHA-256): every line but the last is a leaf.

const [LEAF, NODE] = [Buffer.from([0]), Buffer.from([1])]
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()

/** Complete subtrees of the leaves so far, from left to right, each smaller than the one before. */
const subtrees = []
function addLeaf(hash) {
  let subtree = { size: 1, hash }
  while (subtrees.at(-1)?.size === subtree.size) {
    subtree = { size: subtree.size * 2, hash: sha256(NODE, subtrees.pop().hash, subtree.hash) }
  }
  subtrees.push(subtree)
}
const rootOfTree = () =>
  subtrees
    .map(({ hash }) => hash)
    .reduceRight((right, left) => sha256(NODE, left, right))
    .toString('hex')

// ---- The first line: rules, candidates, rulings, and the list that the ballots must come to.

let header
function readHeader(text, isWhole) {
  if (!isWhole || !text.startsWith('{"format":"gongzhi-ballots","version":1,')) {
    console.log('问题：第 1 行（文件头）被改动，或者不是文件头，不能清点。')
    process.exit(1)
  }
  header = JSON.parse(text)
  const hex = (content) => sha256(content).toString('hex')
  const paper = header.candidates.reduce((before, candidate) => hex(`${before}\n${candidate.join(' ')}`), '')
  if (paper !== header.rules.paperHash) problem(1, '（文件头）的候选组织与冻结的选票不符')
  if (hex(JSON.stringify(header.rules)) !== header.rulesHash) problem(1, '（文件头）的规则与规则校验码不符')
  if (header.rules.campaignId !== header.campaignId) problem(1, '（文件头）的活动与规则不符')
}

// ---- Every further line: one ballot, `<mark>,<standing>,<choices>`.

const counts = { counted: 0, pending: 0, notCounted: 0, struck: 0 }
const votes = new Map()
const ruledBy = new Map()
let markBefore = ''

function readBallot(text, line) {
  const [, mark, standing, chosen] =
    /^([0-9A-Z]{16}),(c|n|[as][1-9]\d*),([1-9]\d*(?: [1-9]\d*)*)$/.exec(text) ?? []
  if (mark === undefined) return problem(line, '不是一张选票')
  if (mark <= markBefore) problem(line, '的编号没有排在上一行之后，可能有重复的行')
  markBefore = mark
  const choices = chosen.split(' ').map(Number)
  const { min, max } = header.rules.choices
  if (choices.length < min || choices.length > max) problem(line, '选的数目不合规则')
  if (
    choices.some((number, index) => number > header.candidates.length || number <= (choices[index - 1] ?? 0))
  )
    problem(line, '选了不在选票上的组织，或者重复选择')
  const ruling = standing.length > 1 ? Number(standing.slice(1)) : 0
  if (ruling) {
    ruledBy.set(ruling, (ruledBy.get(ruling) ?? 0) + 1)
    const act = header.rulings.find(({ number }) => number === ruling)?.act
    if (act !== (standing[0] === 's' ? 'strike' : 'accept')) problem(line, '所说的决定不在文件头里')
  }
  const state = { c: 'counted', a: 'counted', n: 'notCounted', s: 'struck' }[standing[0]]
  counts[state] += 1
  if (state === 'counted') for (const number of choices) votes.set(number, (votes.get(number) ?? 0) + 1)
}

// ---- Reading. A line ends in a comma and its check: the first 6 hex digits of SHA-256 over 00 and what is before.

let [lines, endLine] = [0, null]
for (let start = 0, line = 1; start < file.length; line++) {
  const found = file.indexOf(10, start)
  const end = found < 0 ? file.length : found
  const comma = file.subarray(start, end).lastIndexOf(44)
  const content = file.subarray(start, start + Math.max(0, comma))
  const hash = sha256(LEAF, content)
  const isWhole = found >= 0 && file.toString('latin1', start + comma + 1, end) === hash.toString('hex', 0, 3)
  if (!isWhole && line > 1) problem(line, '被改动')
  const text = content.toString(line === 1 ? 'utf8' : 'latin1')
  start = end + 1
  if (endLine) problem(line, '多出来了：文件应该已经结束')
  else if (start >= file.length) endLine = text
  else {
    lines += 1
    addLeaf(hash)
    if (line === 1) readHeader(text, isWhole)
    else if (isWhole) readBallot(text, line)
  }
}

const root = lines > 0 ? rootOfTree() : ''
const [, statedRoot, statedLines] = /^root,([0-9a-f]{64}),(\d+)$/.exec(endLine ?? '') ?? []
if (statedRoot === undefined) problem(lines + 1, '（结尾）不对，文件可能不完整')
else {
  if (Number(statedLines) !== lines)
    problem(0, `结尾说有 ${statedLines} 行，实际有 ${lines} 行：有整行被删去或添加`)
  if (statedRoot !== root) problem(0, '文件内容与结尾的根哈希不符')
}
for (const shown of shownRoots)
  if (shown.toLowerCase() !== root) problem(0, '文件内容与网页上的根哈希不符：这不是公布的那个文件')
if (!header) {
  console.log('问题：文件里没有选票。')
  process.exit(1)
}

// ---- The list, by the declared formula and tie-breaks. Whole numbers throughout.

const { formula, tieBreaks, listSize } = header.rules
const all = header.candidates.map(([number, name]) => ({
  number,
  name,
  votes: votes.get(number) ?? 0,
  score: header.scores?.[number] ?? 0,
  lot: sha256(`${header.rulesHash}:${header.campaignId}-${number}`).toString('hex'),
}))
const most = Math.max(1, ...all.map((one) => one.votes))
const places = new Map()
for (const [index, one] of [...all].sort((a, b) => b.votes - a.votes).entries())
  if (!places.has(one.votes)) places.set(one.votes, index)

/** Hundredths of a point, rounded half up; null where votes alone decide. */
function totalOf({ votes, score }) {
  if (formula.scores === 0) return null
  const [part, whole] =
    formula.voteScale === 'shareOfMost' ? [votes, most] : [all.length - places.get(votes), all.length]
  const [above, below] = [formula.votes * 10_000 * part + formula.scores * score * whole, 100 * whole]
  return Math.floor((2 * above + below) / (2 * below))
}
for (const one of all) one.total = totalOf(one)

const orders = {
  moreVotes: (a, b) => b.votes - a.votes,
  higherScore: (a, b) => b.score - a.score,
  earliestRegistration: (a, b) => a.number - b.number,
  lot: (a, b) => (a.lot < b.lot ? -1 : 1),
}
const inOrder = [
  (a, b) => (b.total ?? b.votes) - (a.total ?? a.votes),
  ...tieBreaks.map((rule) => orders[rule]),
]
const list = all.sort((a, b) => inOrder.reduce((sign, order) => sign || order(a, b), 0))

// ---- What the file says of itself.

if (JSON.stringify(list.map((one) => [one.number, one.votes, one.total])) !== JSON.stringify(header.list))
  problem(0, '清点得到的名单与文件里的名单不同')
for (const [state, number] of Object.entries(counts))
  if (header.counts[state] !== number) problem(0, `清点得到的选票数目与文件头不同（${state}）`)
for (const { number, ballots } of header.rulings)
  if ((ruledBy.get(number) ?? 0) !== ballots) problem(0, `第 ${number} 号决定的选票数目与文件头不同`)

// ---- Telling.

console.log(`活动：${header.campaignName}`)
console.log(
  `选票：${lines - 1} 张。计入 ${counts.counted}，按规则不计 ${counts.notCounted}，剔除 ${counts.struck}`,
)
for (const { number, act, ballots, reason } of header.rulings)
  console.log(`第 ${number} 号决定：${act === 'strike' ? '剔除' : '认可'} ${ballots} 张。理由：${reason}`)
console.log(`名单（前 ${listSize} 名）：`)
for (const [index, { number, name, votes, total }] of list.slice(0, listSize).entries())
  console.log(
    `  ${index + 1}. ${number} 号 ${name}  ${votes} 票${total === null ? '' : `  总分 ${(total / 100).toFixed(2)}`}`,
  )
console.log(`根哈希：${root}`)
for (const words of problems.slice(0, 10)) console.log(`问题：${words}`)
console.log(
  problems.length > 0
    ? `结论：有问题，共 ${problems.length} 处。`
    : '结论：没有问题。每一行都对得上，清点得到的名单与公布的相同。请把根哈希与网页上的比一比。',
)
process.exitCode = problems.length > 0 ? 1 : 0
