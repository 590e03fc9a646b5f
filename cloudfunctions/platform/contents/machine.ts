import { cloud } from '../database/connection'
import { describeError, log } from '../log'
import { linkPhotos } from '../photos'
import type { Verdict } from './rows'
import { readVerdict } from './rules'

/** WeChat's content check. An interface that does not answer is no verdict, never a pass. */

/** Where the words stand, as WeChat counts scenes: 2 is a comment. */
const COMMENT_SCENE = 2
const VERSION = 2
const IMAGE = 2

interface OpenApi {
  security: {
    msgSecCheck(request: object): Promise<{ result?: { suggest?: string } }>
    mediaCheckAsync(request: object): Promise<{ traceId?: string }>
  }
}

const openapi = () => cloud.openapi as unknown as OpenApi

/** The person must have been in the mini-program within two hours, so this is asked when the words come in. */
export async function checkText(openid: string, content: string): Promise<Verdict | null> {
  try {
    const request = { openid, content, scene: COMMENT_SCENE, version: VERSION }
    return readVerdict((await openapi().security.msgSecCheck(request)).result?.suggest)
  } catch (error) {
    log('warn', 'text not checked', { error: describeError(error) })
    return null
  }
}

/** Asks about a picture; the answer is pushed later under this trace id. Null: no answer will come. */
export async function askAboutPicture(openid: string, fileId: string): Promise<string | null> {
  try {
    const mediaUrl = (await linkPhotos([fileId])).get(fileId)
    if (!mediaUrl) return null
    const request = { openid, mediaUrl, mediaType: IMAGE, scene: COMMENT_SCENE, version: VERSION }
    return (await openapi().security.mediaCheckAsync(request)).traceId ?? null
  } catch (error) {
    log('warn', 'picture not checked', { error: describeError(error) })
    return null
  }
}
