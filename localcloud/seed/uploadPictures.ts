import sharp from 'sharp'
import type { Visitor } from './cloudClient'
import type { ExampleCandidate } from './content/candidates'
import { describePicture, type drawPicture } from './pictures/drawPicture'

/** The small picture of list rows. */
const COVER = { width: 480, height: 360, quality: 74 }
const AT_ONCE = 2

export interface UploadedPictures {
  cover: string
  photos: { file: string; kind: string; description: string }[]
}

/** Draws and uploads every candidate's pictures; answers the file ids by the candidate's key. */
export async function uploadCandidatePictures(
  uploader: Visitor,
  candidates: ExampleCandidate[],
  draw: typeof drawPicture,
  say: (line: string) => void,
): Promise<Map<string, UploadedPictures>> {
  const uploaded = new Map<string, UploadedPictures>()
  for (let start = 0; start < candidates.length; start += AT_ONCE) {
    await Promise.all(
      candidates.slice(start, start + AT_ONCE).map(async (candidate) => {
        uploaded.set(candidate.key, await uploadFor(uploader, candidate, draw))
      }),
    )
    if (uploaded.size % 10 === 0) say(`pictures of ${uploaded.size} of ${candidates.length} candidates`)
  }
  return uploaded
}

async function uploadFor(
  uploader: Visitor,
  { key, pictures }: ExampleCandidate,
  draw: typeof drawPicture,
): Promise<UploadedPictures> {
  const photos: UploadedPictures['photos'] = []
  let cover = ''
  for (const [index, request] of pictures.entries()) {
    const picture = await draw(request)
    const file = await uploader.upload(`demo/${key}-${index}.jpg`, picture)
    photos.push({ file, kind: request.kind, description: describePicture(request) })
    if (index > 0) continue
    const small = await sharp(picture)
      .resize(COVER.width, COVER.height)
      .jpeg({ quality: COVER.quality })
      .toBuffer()
    cover = await uploader.upload(`demo/${key}-cover.jpg`, small)
  }
  return { cover, photos }
}
