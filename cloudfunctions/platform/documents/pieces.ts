import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  HeadingLevel,
  type IStylesOptions,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'

/** Pieces that official documents are made of: black on white, A4, in the type that offices have. Sizes in half points. */

const SONG = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: 'SimSun' }
const HEI = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: 'SimHei' }
const BODY = 22
const SMALL = 20

const styles: IStylesOptions = {
  default: {
    document: { run: { font: SONG, size: BODY } },
    title: {
      run: { font: HEI, size: 36, bold: true, color: '000000' },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 240 } },
    },
    heading1: {
      run: { font: HEI, size: 26, bold: true, color: '000000' },
      paragraph: { spacing: { before: 240, after: 120 }, keepNext: true },
    },
  },
}

/** What a campaign is called at the head of a document: made-up data says so, once. */
export const campaignTitle = ({ name, isDemo }: { name: string; isDemo: boolean }, words = ''): string =>
  `${isDemo && !name.includes('示例') ? '（示例）' : ''}${name}${words}`

export const title = (text: string) => new Paragraph({ text, heading: HeadingLevel.TITLE })
export const heading = (text: string) => new Paragraph({ text, heading: HeadingLevel.HEADING_1 })
export const line = (text: string) => new Paragraph({ text, spacing: { after: 80, line: 320 } })

/** A name and what it stands for: `时间：2026年11月21日 18:00`. */
export const fact = (name: string, text: string) =>
  new Paragraph({
    spacing: { after: 80, line: 320 },
    children: [new TextRun({ text: `${name}：`, bold: true }), new TextRun({ text })],
  })

export interface Cell {
  text: string
  align?: 'left' | 'center'
  isStruck?: boolean
  isBold?: boolean
}

/** Widths are shares of the page's width. The head is repeated on every page. */
export function grid(head: string[], rows: Cell[][], widths: number[]): Table {
  const whole = widths.reduce((sum, width) => sum + width, 0)
  const percents = widths.map((width) => Math.floor((width * 100) / whole))
  const headCells = head.map((text): Cell => ({ text, align: 'center', isBold: true }))
  const rowOf = (cells: Cell[], tableHeader: boolean) =>
    new TableRow({
      tableHeader,
      cantSplit: true,
      children: cells.map((cell, index) => cellOf(cell, percents[index] ?? 0)),
    })
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    layout: TableLayoutType.FIXED,
    columnWidths: percents.map((percent) => percent * 100),
    rows: [rowOf(headCells, true), ...rows.map((cells) => rowOf(cells, false))],
  })
}

const BORDER = { style: BorderStyle.SINGLE, size: 4, color: '000000' }

const cellOf = ({ text, align = 'center', isStruck = false, isBold = false }: Cell, percent: number) =>
  new TableCell({
    width: { size: percent, type: WidthType.PERCENTAGE },
    borders: { top: BORDER, bottom: BORDER, left: BORDER, right: BORDER },
    margins: { top: 60, bottom: 60, left: 80, right: 80 },
    verticalAlign: VerticalAlign.CENTER,
    children: [
      new Paragraph({
        alignment: align === 'left' ? AlignmentType.LEFT : AlignmentType.CENTER,
        children: [new TextRun({ text, size: SMALL, strike: isStruck, bold: isBold })],
      }),
    ],
  })

const SIGNATURES_PER_LINE = 3
const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' }
const NO_BORDERS = { top: NO_BORDER, bottom: NO_BORDER, left: NO_BORDER, right: NO_BORDER }

/** Lines to write on by hand, each after what is to be written there, three beside one another. */
export function signatureLines(names: string[]): Table {
  const percent = Math.floor(100 / SIGNATURES_PER_LINE)
  const cellFor = (name: string | undefined) =>
    new TableCell({
      width: { size: percent, type: WidthType.PERCENTAGE },
      borders: NO_BORDERS,
      children: [
        new Paragraph({
          spacing: { before: 240 },
          text: name === undefined ? '' : `${name}：${'＿'.repeat(8)}`,
        }),
      ],
    })
  const rows = Array.from({ length: Math.ceil(names.length / SIGNATURES_PER_LINE) }, (_, row) =>
    Array.from({ length: SIGNATURES_PER_LINE }, (_, column) => names[row * SIGNATURES_PER_LINE + column]),
  )
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    layout: TableLayoutType.FIXED,
    columnWidths: Array.from({ length: SIGNATURES_PER_LINE }, () => percent * 100),
    borders: { ...NO_BORDERS, insideHorizontal: NO_BORDER, insideVertical: NO_BORDER },
    rows: rows.map((names) => new TableRow({ cantSplit: true, children: names.map(cellFor) })),
  })
}

/** The bytes of a docx. `wide`: lying A4, for tables with many columns. */
export const documentOf = (
  children: FileChild[],
  { name, isWide = false }: { name: string; isWide?: boolean },
): Promise<Buffer> => {
  const size = { width: 11_906, height: 16_838 }
  const orientation = isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT
  const margin = { top: 1134, bottom: 1134, left: 1134, right: 1134 }
  const page = { size: { ...size, orientation }, margin }
  return Packer.toBuffer(
    new Document({ title: name, creator: '共治', styles, sections: [{ properties: { page }, children }] }),
  )
}
