import type { CertificatePaper } from '@contract/volunteerHours'
import qrcode from 'qrcode-generator'
import { minutesWords } from '@/words/volunteering'
import { codeInGroups, PAPER_NOTES, paperDay, periodWords } from './words'

/** Draws a certificate, as wide as a good phone's screen; what WeChat and a browser know of a canvas is all it needs. */

export interface Pen {
  fillStyle: unknown
  strokeStyle: unknown
  lineWidth: number
  font: string
  textAlign: unknown
  fillRect(x: number, y: number, width: number, height: number): void
  strokeRect(x: number, y: number, width: number, height: number): void
  fillText(text: string, x: number, y: number): void
  measureText(text: string): { width: number }
}

export const PAPER_WIDTH = 1080

/** A declaration, so that what is above may use it. */
function font(size: number, weight = 400): string {
  return `${weight} ${size}px "PingFang SC", "Noto Sans SC", sans-serif`
}

const INK = '#1b1f1d'
const SOFT = '#4a524d'
const GREEN = '#0b6b43'
const LINE = '#d8deda'
const WHITE = '#ffffff'
const MARGIN = 84
const INNER = PAPER_WIDTH - 2 * MARGIN
/** Of a row its first line, and each further one. */
const ROW = 72
const FURTHER = 38
/** From the left: day, title, organisation, minutes. */
const COLUMNS = [0, 164, 430, 726] as const
const CELL = font(28)
const SQUARE = 240
const HEAD_END = 470
const NOTE_ROW = 44

/** As much of a text as fits. */
export function fitted(pen: Pick<Pen, 'measureText'>, text: string, width: number): string {
  if (pen.measureText(text).width <= width) return text
  const characters = [...text]
  while (characters.length > 1 && pen.measureText(`${characters.join('')}…`).width > width) characters.pop()
  return `${characters.join('')}…`
}

/** Lines that are no wider. Chinese may break anywhere. */
export function wrapped(pen: Pick<Pen, 'measureText'>, text: string, width: number): string[] {
  const lines: string[] = []
  let current = ''
  for (const character of text) {
    if (current !== '' && pen.measureText(current + character).width > width) {
      lines.push(current)
      current = ''
    }
    current += character
  }
  return current === '' ? lines : [...lines, current]
}

const issuerWords = ({ issuers }: CertificatePaper): string => `记录单位：${issuers.join('、')}`

const textAt = (pen: Pen, text: string, x: number, y: number, style: { font: string; color?: string }) => {
  pen.font = style.font
  pen.fillStyle = style.color ?? INK
  pen.fillText(text, x, y)
}

/** Lines of the issuers, and of the notes, at their sizes. */
function closing(pen: Pen, paper: CertificatePaper) {
  pen.font = font(32)
  const issuers = wrapped(pen, issuerWords(paper), INNER)
  pen.font = font(26)
  return { issuers, notes: PAPER_NOTES.flatMap((note) => wrapped(pen, note, INNER)) }
}

/** How high the paper will be. The canvas is made so high before it is drawn on. */
export function paperHeight(pen: Pen, paper: CertificatePaper): number {
  const { issuers, notes } = closing(pen, paper)
  pen.font = CELL
  const table = paper.lines.reduce((sum, line) => sum + rowHeight(pen, cellsOf(line)), ROW)
  return HEAD_END + table + 40 + issuers.length * 52 + 40 + SQUARE + 40 + notes.length * NOTE_ROW + MARGIN
}

export function drawPaper(pen: Pen, paper: CertificatePaper, square: string): void {
  const height = paperHeight(pen, paper)
  drawGround(pen, height)
  drawHead(pen, paper)
  const { issuers, notes } = closing(pen, paper)
  let y = drawLines(pen, paper) + 40
  for (const line of issuers) {
    y += 52
    textAt(pen, line, MARGIN, y - 12, { font: font(32) })
  }
  y += 40
  drawCheck(pen, paper, square, y)
  y += SQUARE + 40
  for (const line of notes) {
    y += NOTE_ROW
    textAt(pen, line, MARGIN, y - 12, { font: font(26), color: SOFT })
  }
}

function drawGround(pen: Pen, height: number): void {
  pen.fillStyle = WHITE
  pen.fillRect(0, 0, PAPER_WIDTH, height)
  pen.strokeStyle = GREEN
  pen.lineWidth = 6
  pen.strokeRect(30, 30, PAPER_WIDTH - 60, height - 60)
  pen.lineWidth = 2
  pen.strokeRect(42, 42, PAPER_WIDTH - 84, height - 84)
}

function drawHead(pen: Pen, paper: CertificatePaper): void {
  pen.textAlign = 'center'
  const middle = PAPER_WIDTH / 2
  textAt(pen, '志愿服务记录证明', middle, 150, { font: font(60, 700) })
  pen.font = font(44, 700)
  textAt(pen, fitted(pen, paper.name, INNER), middle, 240, { font: font(44, 700) })
  const period = `${periodWords(paper)}参加志愿服务`
  textAt(pen, period, middle, 305, { font: font(32), color: SOFT })
  const whole = `记录的服务时长 ${minutesWords(paper.minutes)}`
  textAt(pen, whole, middle, 390, { font: font(48, 700), color: GREEN })
  pen.textAlign = 'left'
}

const cellsOf = ({ day, title, organisationName, minutes }: CertificatePaper['lines'][number]): string[] => [
  day === null ? '—' : day.split('-').map(Number).join('.'),
  title,
  organisationName,
  minutesWords(minutes),
]

/** Nothing is cut: what is too long for its column goes on below. */
const brokenCells = (pen: Pen, cells: string[]): string[][] =>
  cells.map((cell, index) => wrapped(pen, cell, (COLUMNS[index + 1] ?? INNER) - (COLUMNS[index] ?? 0) - 16))

const rowHeight = (pen: Pen, cells: string[]): number =>
  ROW + (Math.max(1, ...brokenCells(pen, cells).map(({ length }) => length)) - 1) * FURTHER

/** Answers where the table ends. */
function drawLines(pen: Pen, { lines }: CertificatePaper): number {
  let y = HEAD_END
  y += drawRow(pen, ['日期', '服务内容', '记录单位', '时长'], y, { font: font(28, 700), color: SOFT })
  for (const line of lines) y += drawRow(pen, cellsOf(line), y, { font: CELL })
  return y
}

/** Answers how high it is. */
function drawRow(pen: Pen, cells: string[], y: number, style: { font: string; color?: string }): number {
  pen.font = style.font
  const height = rowHeight(pen, cells)
  for (const [index, broken] of brokenCells(pen, cells).entries())
    for (const [below, text] of broken.entries())
      textAt(pen, text, MARGIN + (COLUMNS[index] ?? 0), y + 46 + below * FURTHER, style)
  pen.fillStyle = LINE
  pen.fillRect(MARGIN, y + height - 2, INNER, 2)
  return height
}

/** The square and, beside it, what can be typed. */
function drawCheck(pen: Pen, paper: CertificatePaper, square: string, y: number): void {
  drawSquare(pen, square, MARGIN, y)
  const left = MARGIN + SQUARE + 36
  textAt(pen, '校验码', left, y + 44, { font: font(28), color: SOFT })
  textAt(pen, codeInGroups(paper.checkCode), left, y + 98, { font: font(40, 700) })
  textAt(pen, '扫码，或者在“共治”里点“核验证明”输入校验码', left, y + 152, { font: font(26), color: SOFT })
  const made = new Date(paper.issuedAt + 8 * 3_600_000).toISOString().slice(0, 10)
  textAt(pen, `${paperDay(made)}生成，谁记录谁证明，无偿`, left, y + 200, { font: font(26), color: SOFT })
}

const FITTING = 0

function drawSquare(pen: Pen, text: string, left: number, top: number): void {
  const code = qrcode(FITTING, 'M')
  code.addData(text)
  code.make()
  const count = code.getModuleCount()
  // Whole pixels: a module that is cut cannot be scanned.
  const size = Math.floor(SQUARE / count)
  const inset = Math.floor((SQUARE - size * count) / 2)
  pen.fillStyle = INK
  for (let row = 0; row < count; row++)
    for (let column = 0; column < count; column++)
      if (code.isDark(row, column))
        pen.fillRect(left + inset + column * size, top + inset + row * size, size, size)
}
