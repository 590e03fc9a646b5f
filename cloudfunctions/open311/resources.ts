import type { HttpAnswer, HttpRequest } from '../platform/httpEvent'
import { secondsToWait } from '../platform/pace'
import { answerIn, type Format, type Outcome, refusing } from './documents'
import { findUsableKey, postRequest } from './filing'
import { readForm } from './form'
import { ownAddress } from './keys'
import { getDefinition, getRequest, getRequests, getServices, getToken, readArea } from './reading'
import { type Fields, given } from './rules'

/** Open311 GeoReport v2 (wiki.open311.org/GeoReport_v2): which address answers what. docs/open311.md is for its users. */

interface Asked {
  request: HttpRequest
  fields: Fields
  id: string
  now: number
}

const atPlace = (fields: Fields, answer: () => Promise<Outcome>): Promise<Outcome> => {
  const place = readArea(fields)
  return 'refused' in place ? Promise.resolve(place.refused) : answer()
}

const keyIn = (fields: Fields) => findUsableKey(given(fields, 'api_key'))

/** By method and address; `*` stands for an id. */
const RESOURCES: Record<string, (asked: Asked) => Promise<Outcome>> = {
  'GET discovery': async ({ request }) => discovery(request),
  'GET services': ({ fields }) => atPlace(fields, getServices),
  'GET services/*': ({ fields, id }) => atPlace(fields, () => getDefinition(id)),
  'GET requests': async ({ fields, now }) => getRequests(fields, await keyIn(fields), now),
  'GET requests/*': ({ fields, id, now }) =>
    atPlace(fields, async () => getRequest(id, await keyIn(fields), now)),
  'GET tokens/*': ({ fields, id }) => atPlace(fields, async () => getToken(id, await keyIn(fields))),
  'POST requests': ({ request, now }) => postRequest(request, readForm(request), now),
}

/** For everyone who reads without a key, by address. */
const READING = { calls: 240, seconds: 60 }

export async function answerRequest(request: HttpRequest, now: number): Promise<HttpAnswer> {
  const { resource, id, format } = readPath(request.subPath)
  const wait = secondsToWait(`open311 from ${request.requestAddress ?? 'unknown'}`, READING, now)
  if (wait > 0)
    return answerIn(format, refusing(429, `请求太快了，请等 ${wait} 秒。`), { 'retry-after': String(wait) })
  const name = `${request.method} ${resource}`
  const answer = Object.hasOwn(RESOURCES, name) ? RESOURCES[name] : undefined
  const outcome = answer
    ? await answer({ request, fields: request.query, id, now })
    : refusing(404, '没有这个地址。请从 discovery.xml 或 discovery.json 开始。')
  return answerIn(format, outcome)
}

/** `services/001.json`. The specification demands XML, so that is what an address without an ending gets. */
function readPath(path: string): { resource: string; id: string; format: Format } {
  const [, name = '', format = 'xml'] = /^(.*?)(?:\.(json|xml))?$/.exec(path) ?? []
  const [resource = '', id, ...more] = name.split('/').map(decoded)
  const isItem = id !== undefined && id !== ''
  return {
    resource: more.length > 0 ? '' : isItem ? `${resource}/*` : resource,
    id: id ?? '',
    format: format === 'json' ? 'json' : 'xml',
  }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}

/** Changes with what the interface answers. */
const CHANGED = '2026-11-21T00:00:00+08:00'
const SPECIFICATION = 'http://wiki.open311.org/GeoReport_v2'
const HOST = /^[\w.-]+(:\d+)?$|^\[[\da-f:]+\](:\d+)?$/i

function discovery({ headers }: HttpRequest): Outcome {
  const host = headers.host ?? ''
  const scheme = headers['x-forwarded-proto'] === 'https' ? 'https' : 'http'
  const url = ownAddress() ?? (HOST.test(host) ? `${scheme}://${host}/web/open311` : '')
  return {
    status: 200,
    root: 'discovery',
    content: {
      changeset: CHANGED,
      contact: '问题和建议请联系当地的城市运行管理中心。',
      key_service: '提交报告要用 api_key，请向当地的系统管理员申请。读取不用。',
      endpoints: [
        { specification: SPECIFICATION, url, changeset: CHANGED, type: 'production', formats: FORMATS },
      ],
      notes: NOTES,
    },
  }
}

const FORMATS = ['text/xml', 'application/json']
const NOTES = [
  'requests 每页最多 100 件（page、page_size），规范写的是 1000 件。',
  '服务器不读取 media_url，照片不能由此提交。',
  '提交的文字经工作人员查看后才公开。',
  '坐标是 WGS84。jurisdiction_id 是行政区划代码，可以不填。',
].join('')
