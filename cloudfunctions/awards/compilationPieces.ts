import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  type FileChild,
  HeadingLevel,
  HeightRule,
  ImageRun,
  type IParagraphOptions,
  type ITableCellOptions,
  LineRuleType,
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
import {
  CAPTION_LINE,
  CELL_MARGIN,
  FACT_NAME_WIDTH,
  fitted,
  HEADING_LINES,
  LINE,
  PHOTO_HEIGHT,
  PHOTO_ROW_LINES,
  PHOTO_WIDTH,
  PHOTOS_PER_ROW,
  SUMMARY_LINES,
  TEXT_WIDTH,
  TITLE_LINES,
  TYPE_SIZE,
} from './compilationLayout'

/** The pieces of a chapter of the compilation. docx takes twentieths of a point, half points and pixels of 96 an inch. */

export const twips = (points: number): number => Math.round(points * 20)
export const halfPoints = (points: number): number => points * 2
const pixels = (points: number): number => Math.round((points * 96) / 72)

/** A line of a fixed height, whatever stands in it: the pages are counted by that. */
export const exactly = (lines: number) => ({
  line: twips(lines * LINE),
  lineRule: LineRuleType.EXACT,
  before: 0,
  after: 0,
})

export const bookmarkOf = (chapter: number): string => `chapter${chapter}`

export const chapterTitle = (chapter: number, name: string): Paragraph =>
  new Paragraph({
    heading: HeadingLevel.HEADING_1,
    pageBreakBefore: chapter > 1,
    spacing: exactly(TITLE_LINES),
    children: [new Bookmark({ id: bookmarkOf(chapter), children: [new TextRun(name)] })],
  })

export const heading = (text: string): Paragraph =>
  new Paragraph({ heading: HeadingLevel.HEADING_2, keepNext: true, spacing: exactly(HEADING_LINES), text })

export const line = (text: string, options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ spacing: exactly(1), widowControl: false, text, ...options })

export const summaryLine = (text: string): Paragraph => line(text, { spacing: exactly(SUMMARY_LINES) })

/** The first line begins two characters further in. */
export const paragraph = (text: string): Paragraph =>
  line(text, {
    indent: { firstLine: twips(2 * TYPE_SIZE) },
    alignment: AlignmentType.BOTH,
  })

const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const NONE = { top: NO_BORDER, bottom: NO_BORDER, left: NO_BORDER, right: NO_BORDER }
const THIN = { style: BorderStyle.SINGLE, size: 4, color: '9AA39D' }
const FRAME = { top: THIN, bottom: THIN, left: THIN, right: THIN }
const MARGINS = { top: 0, bottom: 0, left: twips(CELL_MARGIN), right: twips(CELL_MARGIN) }

const cell = (
  width: number,
  children: Paragraph[],
  { borders = FRAME, verticalAlign = VerticalAlign.CENTER }: Partial<ITableCellOptions> = {},
): TableCell =>
  new TableCell({
    width: { size: twips(width), type: WidthType.DXA },
    borders,
    margins: MARGINS,
    verticalAlign,
    children,
  })

const tableOf = (widths: number[], rows: TableRow[]): Table =>
  new Table({
    width: { size: twips(TEXT_WIDTH), type: WidthType.DXA },
    columnWidths: widths.map(twips),
    layout: TableLayoutType.FIXED,
    rows,
  })

export const factTable = (facts: { label: string; text: string }[]): Table =>
  tableOf(
    [FACT_NAME_WIDTH, TEXT_WIDTH - FACT_NAME_WIDTH],
    facts.map(
      ({ label, text }) =>
        new TableRow({
          cantSplit: true,
          children: [cell(FACT_NAME_WIDTH, [line(label)]), cell(TEXT_WIDTH - FACT_NAME_WIDTH, [line(text)])],
        }),
    ),
  )

export interface ChapterPhoto {
  /** Null: it could not be read, or there are too many. */
  picture: DocumentPicture | null
  caption: string
}

const MOST = { width: PHOTO_WIDTH, height: PHOTO_HEIGHT }

function photoParagraphs({ picture, caption }: ChapterPhoto): Paragraph[] {
  const words = line(caption, {
    alignment: AlignmentType.CENTER,
    style: 'Caption',
    spacing: { ...exactly(1), line: twips(CAPTION_LINE) },
  })
  if (!picture)
    return [line('（照片没有收入，请在小程序中查看）', { alignment: AlignmentType.CENTER }), words]
  const { width, height } = fitted(picture, MOST)
  const image = new ImageRun({
    type: picture.type,
    data: picture.bytes,
    transformation: { width: pixels(width), height: pixels(height) },
    altText: { name: caption, description: caption, title: caption },
  })
  return [new Paragraph({ alignment: AlignmentType.CENTER, children: [image] }), words]
}

/** Captions stand on one line, whichever way the photos above them are turned. */
const PHOTO_CELL = { borders: NONE, verticalAlign: VerticalAlign.BOTTOM }

/** Two beside one another; a row is never parted from its captions. */
export function photoTable(photos: ChapterPhoto[]): FileChild {
  const rows: ChapterPhoto[][] = []
  for (let start = 0; start < photos.length; start += PHOTOS_PER_ROW)
    rows.push(photos.slice(start, start + PHOTOS_PER_ROW))
  const width = TEXT_WIDTH / PHOTOS_PER_ROW
  return tableOf(
    Array.from({ length: PHOTOS_PER_ROW }, () => width),
    rows.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          height: { value: twips(PHOTO_ROW_LINES * LINE), rule: HeightRule.EXACT },
          children: Array.from({ length: PHOTOS_PER_ROW }, (_, index) => {
            const photo = row[index]
            return cell(width, photo ? photoParagraphs(photo) : [line('')], PHOTO_CELL)
          }),
        }),
    ),
  )
}
