import { cloud } from '../platform/database/connection'
import { describeError, log } from '../platform/log'

/** Null: it is not there, or not of this environment. */
export async function loadFile(file: string): Promise<Buffer | null> {
  try {
    const downloaded = await cloud.downloadFile({ fileID: file })
    return (downloaded as unknown as { fileContent: Buffer }).fileContent
  } catch (error) {
    log('warn', 'file not loaded', { error: describeError(error) })
    return null
  }
}
