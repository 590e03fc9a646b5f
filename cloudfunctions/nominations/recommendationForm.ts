import {
  AlignmentType,
  Document,
  HeightRule,
  ImageRun,
  Packer,
  PageBreak,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { DocumentPicture } from '../platform/documents/pictures'

/**
 * The 推荐表 as a docx laid out like the annex of 沪绿容〔2023〕365号: a table with three boxes for seals, then the
 * photos. Fonts are those that official documents are printed in; where one is missing, the office program takes the
 * nearest it has. Lengths in twips (1/20 point), sizes of type in half points.
 */

export interface FormPhoto extends DocumentPicture {
  caption: string
}

export interface FormWords {
  title: string
  /** Each across the whole table. */
  wholeRows: { label: string; text: string }[]
  /** Two short ones stand beside each other. */
  rows: { label: string; text: string; isLong: boolean }[]
  /** Boxes for opinions, filled in as far as there is one; the seal's place is marked where one belongs. */
  boxes: { label: string; text: string; hasSeal: boolean }[]
  remarks: string
  photos: FormPhoto[]
}

const MILLIMETRE = 56.7
const millimetres = (length: number): number => Math.round(length * MILLIMETRE)

const PAGE = { width: millimetres(210), height: millimetres(297) }
const MARGIN = {
  top: millimetres(25),
  bottom: millimetres(22),
  left: millimetres(26),
  right: millimetres(26),
}
const LABEL = millimetres(30)
const VALUE = millimetres(49)
const WHOLE = 2 * (LABEL + VALUE)

const inFont = (eastAsia: string) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia })
const TITLE_FONT = inFont('方正小标宋_GBK')
const TEXT_FONT = inFont('仿宋_GB2312')
const TITLE_SIZE = 36
const TEXT_SIZE = 24
const NOTE_SIZE = 21

type Alignment = (typeof AlignmentType)[keyof typeof AlignmentType]

const paragraph = (
  text: string,
  {
    alignment = AlignmentType.LEFT as Alignment,
    size = TEXT_SIZE,
    before = 0,
    isIndented = false,
    isKept = false,
  } = {},
): Paragraph =>
  new Paragraph({
    alignment,
    spacing: { before, line: 360 },
    keepNext: isKept,
    ...(isIndented ? { indent: { firstLine: 2 * 10 * size } } : {}),
    children: [new TextRun({ text, font: TEXT_FONT, size })],
  })

/** Each line that was typed is a paragraph, its first line drawn in by two characters. */
const paragraphs = (text: string): Paragraph[] =>
  text.split(/\n+/).map((line) => paragraph(line.trim(), { isIndented: true }))

const SIDES = { top: millimetres(1.5), bottom: millimetres(1.5), left: millimetres(2), right: millimetres(2) }

function cell(children: Paragraph[], width: number, columns = 1): TableCell {
  return new TableCell({
    children,
    width: { size: width, type: WidthType.DXA },
    columnSpan: columns,
    margins: SIDES,
    verticalAlign: VerticalAlign.CENTER,
  })
}

const labelCell = (label: string): TableCell =>
  cell([paragraph(label, { alignment: AlignmentType.CENTER })], LABEL)

const valueCell = (text: string): TableCell =>
  cell([paragraph(text, { alignment: AlignmentType.CENTER })], VALUE)

const height = (length: number) => ({ value: millimetres(length), rule: HeightRule.ATLEAST })

const row = (children: TableCell[], least: number, isWhole = true): TableRow =>
  new TableRow({ children, height: height(least), cantSplit: isWhole })

const wholeRow = (label: string, children: Paragraph[], least: number, isWhole: boolean): TableRow =>
  row([labelCell(label), cell(children, WHOLE - LABEL, 3)], least, isWhole)

/** Short ones stand two beside each other, as in the annex; a long one goes on over pages. */
function formRows(rows: FormWords['rows']): TableRow[] {
  const made: TableRow[] = []
  for (let index = 0; index < rows.length; index++) {
    const [one, other] = [rows[index], rows[index + 1]]
    if (!one) continue
    if (one.isLong) made.push(wholeRow(one.label, paragraphs(one.text), 30, false))
    else if (other && !other.isLong) {
      made.push(
        row([labelCell(one.label), valueCell(one.text), labelCell(other.label), valueCell(other.text)], 14),
      )
      index++
    } else made.push(wholeRow(one.label, [paragraph(one.text)], 14, true))
  }
  return made
}

const DATE_LINE = '年      月      日'

const boxRow = ({ label, text, hasSeal }: FormWords['boxes'][number]): TableRow =>
  wholeRow(
    label,
    [
      ...(text === '' ? [paragraph(''), paragraph('')] : paragraphs(text)),
      ...(hasSeal ? [paragraph('（公章）        ', { alignment: AlignmentType.RIGHT, before: 240 })] : []),
      paragraph(DATE_LINE, { alignment: AlignmentType.RIGHT, before: hasSeal ? 60 : 300 }),
    ],
    42,
    true,
  )

const NOTE = '注：本表需提交纸质打印版和电子版。其中，纸质版一式三份，双面打印，加盖公章。'

/** Pixels at 96 for an inch: what fits beside its caption, two on a page. */
const PHOTO_BOX = { width: 590, height: 400 }

const photoParagraphs = ({ bytes, type, width, height: tall, caption }: FormPhoto): Paragraph[] => {
  const scale = Math.min(PHOTO_BOX.width / width, PHOTO_BOX.height / tall)
  const transformation = { width: Math.round(width * scale), height: Math.round(tall * scale) }
  const altText = { name: caption, title: caption, description: caption }
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: 200 },
      keepNext: true,
      children: [new ImageRun({ type, data: bytes, transformation, altText })],
    }),
    paragraph(caption, { alignment: AlignmentType.CENTER, size: NOTE_SIZE }),
  ]
}

const FORM = '推荐表'
/** What fits into one line of the title. */
const TITLE_LENGTH = 22

/** A title that is too long for one line breaks before what it is a form of. */
const titleLines = (title: string): string[] =>
  title.length > TITLE_LENGTH && title.endsWith(FORM) ? [title.slice(0, -FORM.length), FORM] : [title]

export function makeForm({ title, wholeRows, rows, boxes, remarks, photos }: FormWords): Promise<Buffer> {
  const heading = new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 240, line: 480 },
    children: titleLines(title).map(
      (text, index) =>
        new TextRun({ text, font: TITLE_FONT, size: TITLE_SIZE, ...(index > 0 ? { break: 1 } : {}) }),
    ),
  })
  const table = new Table({
    width: { size: WHOLE, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: [LABEL, VALUE, LABEL, VALUE],
    rows: [
      ...wholeRows.map(({ label, text }) => wholeRow(label, [paragraph(text)], 14, true)),
      ...formRows(rows),
      ...boxes.map(boxRow),
      wholeRow('备注', remarks === '' ? [paragraph('')] : paragraphs(remarks), 16, false),
    ],
  })
  const pictures = photos.flatMap(photoParagraphs)
  const children = [
    heading,
    table,
    paragraph(NOTE, { size: NOTE_SIZE, before: 120 }),
    ...(pictures.length > 0 ? [new Paragraph({ children: [new PageBreak()] }), ...pictures] : []),
  ]
  const page = { size: PAGE, margin: MARGIN }
  return Packer.toBuffer(
    new Document({ title, creator: '共治', sections: [{ properties: { page }, children }] }),
  )
}
