import * as v from 'valibot'

const degrees = (name: string, limit: number) =>
  v.pipe(v.number(`${name}要填数字`), v.minValue(-limit, `${name}不正确`), v.maxValue(limit, `${name}不正确`))

/** GCJ-02 degrees. */
export const position = () =>
  v.strictObject({ longitude: degrees('经度', 180), latitude: degrees('纬度', 90) })
