import { XMLParser } from 'fast-xml-parser'
import { expectValue } from '../../support/builders'
import type { Cloud, Person } from '../../support/cloud'

/**
 * A client of GeoReport v2 as the specification describes one (wiki.open311.org/GeoReport_v2), knowing nothing of this
 * program but an address. The one of npm (open311 0.0.12)
 * takes a package by git:// and native code of 2012, and so is not installed.
 */

export interface Reply<Body> {
  status: number
  type: string
  headers: Headers
  body: Body
}

export interface GeoRequest {
  service_request_id: string
  status: 'open' | 'closed'
  status_notes: string | null
  service_name: string
  service_code: string
  description: string | null
  agency_responsible: string | null
  requested_datetime: string
  updated_datetime: string
  expected_datetime: string | null
  address: string
  address_id: string | null
  lat: number | null
  long: number | null
  media_url: string | null
  extended_attributes: { state: string; updates: { step: string; description: string | null }[] }
}

export type GeoErrors = { code: number; description: string }[]

const parser = new XMLParser({ ignoreDeclaration: true, parseTagValue: false })

export class GeoReport {
  constructor(readonly endpoint: string) {}

  private async reply<Body>(response: Response): Promise<Reply<Body>> {
    const type = response.headers.get('content-type') ?? ''
    const text = await response.text()
    const body = (type.startsWith('text/xml') ? parser.parse(text) : JSON.parse(text)) as Body
    return { status: response.status, type, headers: response.headers, body }
  }

  async get<Body>(path: string, parameters: Record<string, string> = {}): Promise<Reply<Body>> {
    const query = new URLSearchParams(parameters).toString()
    return this.reply(await fetch(`${this.endpoint}/${path}${query && `?${query}`}`))
  }

  async post<Body = { service_request_id: string }[]>(
    form: Record<string, string>,
    headers: Record<string, string> = {},
    format: 'json' | 'xml' = 'json',
  ): Promise<Reply<Body>> {
    const response = await fetch(`${this.endpoint}/requests.${format}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8', ...headers },
      body: new URLSearchParams(form).toString(),
    })
    return this.reply(response)
  }
}

export const geoReportAt = (cloud: Cloud): GeoReport => new GeoReport(`${cloud.url}/web/open311`)

export const aKey = async (administrator: Person, placeCode: string, name = '示例小程序'): Promise<string> =>
  expectValue(await administrator.open311('createKey', { placeCode, name })).secret
