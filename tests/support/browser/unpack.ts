import { execFile } from 'node:child_process'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { createBrotliDecompress } from 'node:zlib'
import { folderOf } from '../../../config/folders'

/**
 * Unpacks the Chromium that comes from npm, with the system libraries that it needs and a Chinese font, so that a
 * machine without any browser, or without fonts, runs the tests too. Run as a program of its own, once. Prints the folder, which then holds `chromium`, `al2023/lib` and `fonts`.
 */

const FONT = 'noto-sans-sc-chinese-simplified-400-normal.woff2'
const packed = folderOf('node_modules/@sparticuz/chromium/bin')
const target = folderOf('node_modules/.cache/testBrowser')

/** The package's own archives, and the folder that each belongs in. Unpacked here: the package does it for AWS only. */
const ARCHIVES = [
  ['al2023.tar.br', 'al2023'],
  ['fonts.tar.br', 'fonts'],
  ['swiftshader.tar.br', '.'],
] as const

async function unpackChromium(into: string): Promise<void> {
  await decompress(path.join(packed, 'chromium.br'), path.join(into, 'chromium'))
  for (const [archive, folder] of ARCHIVES) {
    const place = path.join(into, folder)
    await mkdir(place, { recursive: true })
    // Through a file: tar stops reading a pipe at the archive's end mark, before the padding behind it.
    const file = path.join(into, 'archive.tar')
    await decompress(path.join(packed, archive), file)
    await promisify(execFile)('tar', ['-xf', file, '-C', place])
    await rm(file)
  }
}

const decompress = (from: string, to: string): Promise<void> =>
  pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to, { mode: 0o700 }))

async function unpackFont(fonts: string): Promise<void> {
  const { decompress: toTrueType } = await import('wawoff2')
  const woff2 = await readFile(folderOf(`node_modules/@fontsource/noto-sans-sc/files/${FONT}`))
  await mkdir(fonts, { recursive: true })
  // fontconfig reads no woff2.
  await writeFile(path.join(fonts, 'notoSansSc.ttf'), await toTrueType(woff2))
  await writeFile(path.join(fonts, 'fonts.conf'), fontsConfiguration(path.join(target, 'fonts')))
}

const fontsConfiguration = (fonts: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${fonts}</dir>
  <cachedir>${fonts}/cache</cachedir>
</fontconfig>
`

/** Several tests may come here at the same time: each unpacks aside, and the first one's folder is taken. */
async function main(): Promise<void> {
  if (!existsSync(target)) {
    const aside = `${target}-${process.pid}`
    await mkdir(aside, { recursive: true })
    await unpackChromium(aside)
    await unpackFont(path.join(aside, 'fonts'))
    await rename(aside, target).catch(() => rm(aside, { recursive: true }))
  }
  process.stdout.write(target)
}

void main()
