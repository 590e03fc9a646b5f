import type { IncomingMessage } from 'node:http'
import busboy from 'busboy'

/** More than the largest document, since EJSON in JSON is escaped twice. */
const maximumBodyBytes = 64 * 1024 * 1024

export interface RequestBody {
  parameters: Record<string, unknown>
  multipart?: { fields: Record<string, string>; files: Record<string, Uint8Array> }
}

export function readBody(request: IncomingMessage): Promise<RequestBody> {
  return request.headers['content-type']?.startsWith('multipart/form-data')
    ? readMultipart(request)
    : readJson(request)
}

function readJson(request: IncomingMessage): Promise<RequestBody> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let length = 0
    request.on('data', (chunk: Buffer) => {
      length += chunk.length
      if (length > maximumBodyBytes) request.destroy()
      else chunks.push(chunk)
    })
    request.on('error', reject)
    request.on('end', () => {
      try {
        const text = (chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)).toString('utf8')
        const parameters: unknown = JSON.parse(text)
        if (typeof parameters !== 'object' || parameters === null) throw new Error('not an object')
        resolve({ parameters: parameters as Record<string, unknown> })
      } catch (error) {
        reject(error)
      }
    })
  })
}

function readMultipart(request: IncomingMessage): Promise<RequestBody> {
  return new Promise((resolve, reject) => {
    const fields: Record<string, string> = Object.create(null)
    const files: Record<string, Uint8Array> = Object.create(null)
    const parser = busboy({
      headers: request.headers,
      limits: { fileSize: maximumBodyBytes, fieldSize: maximumBodyBytes },
    })
    parser.on('field', (name, value) => {
      fields[name] = value
    })
    parser.on('file', (name, stream) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        files[name] = new Uint8Array(Buffer.concat(chunks))
      })
    })
    parser.on('error', reject)
    parser.on('close', () =>
      resolve({ parameters: { ...fields }, multipart: { fields: { ...fields }, files: { ...files } } }),
    )
    request.on('error', reject)
    request.pipe(parser)
  })
}
