import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { iconDrawings } from '../src/components/icon/names'
import type { MarkerTone } from '../src/components/map/model'
import { pinDrawing } from '../src/components/map/signs'
import theme from '../src/theme.json'

const root = path.resolve(__dirname, '..')
/** WeChat's advised size of a tab bar icon. */
const TAB_ICON_SIZE = 81

const readDrawing = async (name: string): Promise<string> => {
  const svg = await readFile(path.join(root, 'node_modules/lucide-static/icons', `${name}.svg`), 'utf8')
  return svg
    .replace(/<!--.*?-->/gs, '')
    .replace(/\sclass="[^"]*"/, '')
    .replace(/\s+/g, ' ')
    .replaceAll('> <', '><')
    .trim()
}

/** Only what CSS and both style compilers would misread is escaped: a third smaller than base64. */
const asDataUri = (svg: string): string =>
  `data:image/svg+xml,${svg.replaceAll('"', "'").replace(/[<>#%]/g, (sign) => encodeURIComponent(sign))}`

/** A chosen star is whole, so that its shape says it as well as its colour. */
const FILLED = new Set(['starFull'])

/** One mask per icon, so that an icon takes the colour of the text beside it, in weapp as in H5. */
export const iconStyles = async (): Promise<string> => {
  const rules = await Promise.all(
    Object.entries(iconDrawings).map(async ([name, drawing]) => {
      const black = (await readDrawing(drawing)).replace('currentColor', '#000')
      const drawn = FILLED.has(name) ? black.replace('fill="none"', 'fill="#000"') : black
      return `.icon--${name} {\n  --drawing: url(\n    "${asDataUri(drawn)}"\n  );\n}\n`
    }),
  )
  return `/* Drawn by config/buildIcons.ts from Lucide (ISC licence); not edited by hand. */\n${rules.join('\n')}`
}

const tabs = {
  home: 'home',
  vote: 'vote',
  reporting: 'camera',
  volunteering: 'volunteering',
  mine: 'person',
} as const

const drawTabIcons = async (): Promise<void> => {
  const folder = path.join(root, 'src/assets/tabBar')
  await mkdir(folder, { recursive: true })
  for (const [tab, icon] of Object.entries(tabs) as [keyof typeof tabs, (typeof tabs)[keyof typeof tabs]][]) {
    const drawing = await readDrawing(iconDrawings[icon])
    for (const tone of ['light', 'dark'] as const) {
      for (const state of ['', 'Selected'] as const) {
        const colour = state ? theme[tone].tabSelected : theme[tone].tabText
        const file = path.join(root, 'src', theme[tone][`${tab}${state}Icon`])
        await sharp(Buffer.from(drawing.replace('currentColor', colour)), { density: 300 })
          .resize(TAB_ICON_SIZE, TAB_ICON_SIZE)
          .png({ compressionLevel: 9, palette: true })
          .toFile(file)
      }
    }
  }
}

const PIN_COLOURS: Record<MarkerTone, string> = { open: '#8a5300', done: '#0b6b43', overdue: '#b3261e' }

/** WeChat's map takes pictures only. At three times the size in which they are shown. */
const drawPins = async (): Promise<void> => {
  const folder = path.join(root, 'src/assets/map')
  await mkdir(folder, { recursive: true })
  for (const tone of ['open', 'done', 'overdue'] as const) {
    await sharp(Buffer.from(pinDrawing(tone, PIN_COLOURS[tone])), { density: 300 })
      .resize(108, 135)
      .png({ compressionLevel: 9, palette: true })
      .toFile(path.join(folder, `${tone}.png`))
  }
  const transparent = { r: 0, g: 0, b: 0, alpha: 0 }
  await sharp({ create: { width: 1, height: 1, channels: 4, background: transparent } })
    .png()
    .toFile(path.join(folder, 'empty.png'))
}

const main = async (): Promise<void> => {
  await writeFile(path.join(root, 'src/components/icon/drawings.scss'), await iconStyles())
  await drawTabIcons()
  await drawPins()
}

if (process.argv[1]?.endsWith('buildIcons.ts')) void main()
