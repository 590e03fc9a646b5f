/** setData's own way of naming a place: `root.cn.[0].v` or `root.cn[0].v`. */
export function assignPath(target: object, written: string, value: unknown): void {
  const keys = written.replace(/\.?\[(\d+)\]/g, '.$1').split('.')
  const last = keys.pop() as string
  let at = target as Record<string, unknown>
  keys.forEach((key, index) => {
    const next = keys[index + 1] ?? last
    at[key] ??= /^\d+$/.test(next) ? [] : {}
    at = at[key] as Record<string, unknown>
  })
  at[last] = value
}
