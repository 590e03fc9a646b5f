import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { folderOf } from '../../config/folders'
import { drawPicture, type PictureRequest } from '../../localcloud/seed/pictures/drawPicture'

/** Drawn once for all journeys of a run, since each takes a third of a second; `npm test` begins with none. */
const FOLDER = folderOf('test-results/pictures')

export async function drawnPicture(request: PictureRequest): Promise<Buffer> {
  const name = createHash('sha256').update(JSON.stringify(request)).digest('hex').slice(0, 24)
  const file = path.join(FOLDER, `${name}.jpg`)
  if (existsSync(file)) return readFileSync(file)
  const picture = await drawPicture(request)
  mkdirSync(FOLDER, { recursive: true })
  // Two journeys may draw the same one at once: whole files only.
  const unfinished = `${file}.${process.pid}`
  writeFileSync(unfinished, picture)
  renameSync(unfinished, file)
  return picture
}
