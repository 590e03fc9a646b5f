import * as v from 'valibot'
import { REASON_LENGTH } from './limits'

/** Field schemas used by several services. Messages say what to do, in plain Chinese. */

/** Ids made by the cloud: letters, digits and hyphens only, so that they can stand in any query or path. */
export const id = () =>
  v.pipe(v.string('缺少编号'), v.regex(/^[A-Za-z0-9_-]{1,64}$/, '编号不正确，请返回上一页重新打开'))

export const text = (name: string, length: { min: number; max: number }) =>
  v.pipe(
    v.string(`请填写${name}`),
    v.trim(),
    v.minLength(length.min, length.min <= 1 ? `请填写${name}` : `${name}至少要 ${length.min} 个字`),
    v.maxLength(length.max, `${name}最多 ${length.max} 个字`),
  )

export const wholeNumber = (name: string, range: { min: number; max: number }) =>
  v.pipe(
    v.number(`${name}要填数字`),
    v.integer(`${name}要填整数`),
    v.minValue(range.min, `${name}不能小于 ${range.min}`),
    v.maxValue(range.max, `${name}不能大于 ${range.max}`),
  )

/** A moment, in milliseconds since 1970 UTC, between 2020 and 2100. */
export const moment = (name: string) => wholeNumber(name, { min: 1_577_836_800_000, max: 4_102_444_800_000 })

/** Code of the national division table: 6 digits for city and district, 9 for street or town, 12 for a village, 15 for a grid. */
export const placeCode = () =>
  v.pipe(v.string('请选择地区'), v.regex(/^\d{6}(\d{3}){0,3}$/, '请重新选择地区'))

/** A file in cloud storage, by its id. */
export const fileId = () =>
  v.pipe(v.string('缺少照片'), v.regex(/^cloud:\/\/[A-Za-z0-9_.\-/]{1,300}$/, '照片地址不正确，请重新上传'))

export const reason = () => text('原因', REASON_LENGTH)
