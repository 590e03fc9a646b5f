/**
 * How the pages of the compilation are filled. Every line has the same exact height, so that the pages of a chapter can
 * be counted here: a table of contents needs page numbers before any word processor has laid the document out. Points.
 */

/** A4 with the margins below; typed in 12 points on lines of 22, as reports are. */
export const PAGE = { width: 595.3, height: 841.9, top: 72, bottom: 72, left: 79, right: 79 }
export const TYPE_SIZE = 12
export const LINE = 22
export const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right

/** Width of a fact's name beside its text. */
export const FACT_NAME_WIDTH = 110
/** A word processor keeps about this much of a cell's width free. */
export const CELL_MARGIN = 5.4

/** Two photos per row, each over its caption: seven lines of picture, two for up to three small lines of words. */
export const PHOTOS_PER_ROW = 2
export const PHOTO_WIDTH = TEXT_WIDTH / PHOTOS_PER_ROW - 2 * CELL_MARGIN
export const PHOTO_HEIGHT = 7 * LINE
export const CAPTION_LINE = 13
export const PHOTO_ROW_LINES = 9

/** Of the line under the name, which needs some air before the table. */
export const SUMMARY_LINES = 1.5
/** Lines of the heading of a chapter and of a part of it. */
export const TITLE_LINES = 2
export const HEADING_LINES = 1.5

/** Headings are not whole lines, so neither is a page. */
const LINES_PER_PAGE = (PAGE.height - PAGE.top - PAGE.bottom) / LINE

/** Up to here are Latin letters, digits and marks of half a width. */
const LAST_NARROW = 0x250

/** A Chinese character is as wide as it is high, anything else about half. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) < LAST_NARROW ? 0.5 : 1), 0)

const linesOf = (text: string, width: number): number =>
  Math.max(1, Math.ceil(widthOf(text) / Math.floor(width / TYPE_SIZE)))

const underHeading = (pieces: number[]): number[] =>
  pieces.map((lines, index) => (index === 0 ? HEADING_LINES + lines : lines))

export interface ChapterText {
  name: string
  summary: string
  facts: { label: string; text: string }[]
  paragraphs: string[]
}

/** What follows one another in a chapter, in lines. No piece is parted by the end of a page, nor a heading from what follows. */
export function chapterLines({ name, summary, facts, paragraphs }: ChapterText, photos: number): number[] {
  const single = (lines: number): number[] => Array.from({ length: lines }, () => 1)
  const factWidth = TEXT_WIDTH - FACT_NAME_WIDTH - 2 * CELL_MARGIN
  return [
    TITLE_LINES * linesOf(name, TEXT_WIDTH / 1.7),
    ...single(linesOf(summary, TEXT_WIDTH)).map(() => SUMMARY_LINES),
    ...facts.map(({ text }) => linesOf(text, factWidth)),
    ...underHeading(paragraphs.flatMap((paragraph) => single(linesOf(`　　${paragraph}`, TEXT_WIDTH)))),
    ...underHeading(Array.from({ length: Math.ceil(photos / PHOTOS_PER_ROW) }, () => PHOTO_ROW_LINES)),
  ]
}

/** Pages that these lines fill. */
export function pagesOf(lines: number[]): number {
  let pages = 1
  let used = 0
  for (const height of lines) {
    if (used + height > LINES_PER_PAGE) {
      pages += 1
      used = 0
    }
    used += height
  }
  return pages
}

/** The page that each chapter begins on, from 1. */
export const firstPages = (pages: number[]): number[] =>
  pages.map((_, index) => 1 + pages.slice(0, index).reduce((sum, number) => sum + number, 0))

/** As large as fits into `most`, its sides in proportion. */
export function fitted(
  { width, height }: { width: number; height: number },
  most: { width: number; height: number },
): { width: number; height: number } {
  const scale = Math.min(most.width / width, most.height / height)
  return { width: Math.round(width * scale), height: Math.round(height * scale) }
}
