/**
 * The part of protobuf that `wx.openApi` needs: messages of varints and length-delimited fields.
 * Message shapes are those of wx-server-sdk 4.0.2 (`src/protobuf/openapi.js`).
 */
export interface OpenApiRequest {
  /** 0 is an open interface; the others are WeChat-internal. */
  apiType: number
  /** Each parameter as JSON text, except media, which are bytes. */
  pairs: { key: string; value: Buffer }[]
}

interface Field {
  number: number
  varint: number
  bytes: Buffer
}

const VARINT = 0
const LENGTH_DELIMITED = 2
const NOTHING = Buffer.alloc(0)

export function decodeRequest(message: Uint8Array): OpenApiRequest {
  const request: OpenApiRequest = { apiType: 0, pairs: [] }
  for (const field of readFields(Buffer.from(message))) {
    if (field.number === 1) request.apiType = field.varint
    if (field.number === 2)
      for (const pair of readFields(field.bytes))
        if (pair.number === 1) request.pairs.push(readPair(pair.bytes))
  }
  return request
}

function readPair(message: Buffer): { key: string; value: Buffer } {
  const fields = [...readFields(message)]
  const bytesOf = (number: number): Buffer =>
    fields.find((field) => field.number === number)?.bytes ?? NOTHING
  return { key: bytesOf(1).toString('utf8'), value: bytesOf(2) }
}

function* readFields(message: Buffer): Generator<Field> {
  let position = 0
  const readVarint = (): number => {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = message[position++]
      if (byte === undefined || shift > 63) throw new Error('the message is damaged')
      value += (byte & 0x7f) * 2 ** shift
      if (byte < 0x80) return value
    }
  }
  while (position < message.length) {
    const tag = readVarint()
    const number = Math.floor(tag / 8)
    if (tag % 8 === VARINT) yield { number, varint: readVarint(), bytes: NOTHING }
    else if (tag % 8 === LENGTH_DELIMITED) {
      const length = readVarint()
      if (position + length > message.length) throw new Error('the message is damaged')
      yield { number, varint: 0, bytes: message.subarray(position, position + length) }
      position += length
    } else throw new Error(`wire type ${tag % 8} is not expected here`)
  }
}

function encodeVarint(value: bigint): Buffer {
  const bytes: number[] = []
  let rest = BigInt.asUintN(64, value)
  while (rest > 127n) {
    bytes.push(Number(rest & 127n) | 128)
    rest >>= 7n
  }
  return Buffer.from([...bytes, Number(rest)])
}

const encodeBytes = (number: number, bytes: Buffer): Buffer =>
  Buffer.concat([Buffer.from([number * 8 + LENGTH_DELIMITED]), encodeVarint(BigInt(bytes.length)), bytes])

/** An interface's own answer, which may be an error of WeChat's (`errcode`). */
export const encodeAnswer = (answer: Record<string, unknown>): Buffer =>
  Buffer.concat([
    encodeBytes(1, Buffer.from(JSON.stringify(answer))),
    encodeBytes(2, Buffer.from('application/json; charset=utf-8')),
  ])

/** A refusal by the gateway in front of the interfaces, for instance for a missing permission. */
export const encodeRefusal = (errorCode: number): Buffer =>
  Buffer.concat([Buffer.from([3 * 8 + VARINT]), encodeVarint(BigInt(errorCode))])
