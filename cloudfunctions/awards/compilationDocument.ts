import {
  AlignmentType,
  BuilderElement,
  Document,
  type FileChild,
  Footer,
  InternalHyperlink,
  type IParagraphOptions,
  type ISectionOptions,
  type IStylesOptions,
  LeaderType,
  Packer,
  PageNumber,
  Paragraph,
  SectionType,
  SimpleField,
  StringContainer,
  Tab,
  TabStopType,
  TextRun,
} from 'docx'
import { chapterLines, firstPages, PAGE, pagesOf, TEXT_WIDTH, TYPE_SIZE } from './compilationLayout'
import {
  bookmarkOf,
  type ChapterPhoto,
  chapterTitle,
  exactly,
  factTable,
  halfPoints,
  heading,
  paragraph,
  photoTable,
  summaryLine,
  twips,
} from './compilationPieces'

/** 材料汇编 [沪绿容〔2023〕365号 四(四)]: a cover, a table of contents, and a chapter for each winner. */

export interface Chapter {
  name: string
  summary: string
  facts: { label: string; text: string }[]
  paragraphs: string[]
  photos: ChapterPhoto[]
}

export interface Compilation {
  /** Of the campaign. */
  title: string
  organiser: string
  basis: string
  /** `2026年12月` */
  month: string
  isDemo: boolean
  /** Over the long text of each: 工作实绩. */
  heading: string
  chapters: Chapter[]
}

const SONG = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: 'SimSun' }
const HEI = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: 'SimHei' }
const INK = '1B1F1D'
const GREEN = '0B6B43'

const styles: IStylesOptions = {
  default: {
    document: { run: { font: SONG, size: halfPoints(TYPE_SIZE), color: INK } },
    heading1: { run: { font: HEI, size: halfPoints(20), bold: true, color: GREEN } },
    heading2: { run: { font: HEI, size: halfPoints(14), bold: true, color: INK } },
  },
  paragraphStyles: [
    { id: 'Caption', name: 'caption', basedOn: 'Normal', run: { font: SONG, size: halfPoints(9) } },
    { id: 'TOC1', name: 'toc 1', basedOn: 'Normal', paragraph: { spacing: exactly(1.5) } },
  ],
}

const page = {
  size: { width: twips(PAGE.width), height: twips(PAGE.height) },
  margin: {
    top: twips(PAGE.top),
    bottom: twips(PAGE.bottom),
    left: twips(PAGE.left),
    right: twips(PAGE.right),
    footer: twips(36),
  },
}

/** The bytes of a docx. Word asks when it opens it whether to bring the page numbers up to date; they are counted already. */
export const compilationDocument = (compilation: Compilation): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      title: `${compilation.title}材料汇编`,
      creator: compilation.organiser,
      styles,
      features: { updateFields: true },
      sections: [coverSection(compilation), contentsSection(compilation), chaptersSection(compilation)],
    }),
  )

const centred = (
  text: string,
  size: number,
  options: IParagraphOptions & { font?: typeof HEI; color?: string } = {},
) => {
  const { font = SONG, color = INK, ...paragraphOptions } = options
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    ...paragraphOptions,
    children: [new TextRun({ text, size: halfPoints(size), font, color, bold: font === HEI })],
  })
}

const coverSection = ({ title, organiser, basis, month, isDemo }: Compilation): ISectionOptions => ({
  properties: { page },
  children: [
    ...(isDemo ? [centred('示例数据，不涉及真实的组织', 14)] : []),
    centred(title, 26, { font: HEI, spacing: { before: twips(150), after: twips(40), line: twips(40) } }),
    centred('优秀案例材料汇编', 32, { font: HEI, color: GREEN, spacing: { after: twips(260) } }),
    centred(organiser, 16, { spacing: { after: twips(12) } }),
    centred(basis, 12, { spacing: { after: twips(12) } }),
    centred(month, 14),
  ],
})

const fieldMark = (kind: 'begin' | 'separate' | 'end'): TextRun =>
  new TextRun({
    children: [
      new BuilderElement({
        name: 'w:fldChar',
        attributes: { kind: { key: 'w:fldCharType', value: kind } },
      }),
    ],
  })

/**
 * A field whose result stands in several paragraphs. The library's own table of contents wraps it in a content control
 * that LibreOffice shows the field's code in.
 */
const fieldStart = (instruction: string): TextRun[] => [
  fieldMark('begin'),
  new TextRun({ children: [new StringContainer('w:instrText', instruction)] }),
  fieldMark('separate'),
]

/** Chapters by name, dots and page: counted here, and fields that a word processor brings up to date. */
function contentsLines(names: string[], pages: number[]): Paragraph[] {
  return names.map((name, index) => {
    const bookmark = bookmarkOf(index + 1)
    const link = new InternalHyperlink({
      anchor: bookmark,
      children: [
        new TextRun({ children: [name, new Tab()] }),
        new SimpleField(`PAGEREF ${bookmark} \\h`, String(pages[index] ?? 1)),
      ],
    })
    return new Paragraph({
      style: 'TOC1',
      tabStops: [{ type: TabStopType.RIGHT, position: twips(TEXT_WIDTH), leader: LeaderType.DOT }],
      children: [
        ...(index === 0 ? fieldStart('TOC \\o "1-1" \\h') : []),
        link,
        ...(index === names.length - 1 ? [fieldMark('end')] : []),
      ],
    })
  })
}

function contentsSection({ chapters }: Compilation): ISectionOptions {
  const pages = firstPages(chapters.map((chapter) => pagesOf(chapterLines(chapter, chapter.photos.length))))
  return {
    properties: { type: SectionType.NEXT_PAGE, page },
    children: [
      centred('目  录', 20, { font: HEI, spacing: { after: twips(24) } }),
      ...contentsLines(
        chapters.map(({ name }) => name),
        pages,
      ),
    ],
  }
}

const pageNumber = new Footer({
  children: [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: halfPoints(10) })],
    }),
  ],
})

const chaptersSection = ({ chapters, heading: words }: Compilation): ISectionOptions => ({
  properties: { type: SectionType.NEXT_PAGE, page: { ...page, pageNumbers: { start: 1 } } },
  footers: { default: pageNumber },
  children: chapters.flatMap((chapter, index) => chapterPieces(chapter, index + 1, words)),
})

const chapterPieces = (
  { name, summary, facts, paragraphs, photos }: Chapter,
  number: number,
  words: string,
): FileChild[] => [
  chapterTitle(number, name),
  summaryLine(summary),
  factTable(facts),
  ...(paragraphs.length > 0 ? [heading(words), ...paragraphs.map(paragraph)] : []),
  ...(photos.length > 0 ? [heading('照片'), photoTable(photos)] : []),
]
