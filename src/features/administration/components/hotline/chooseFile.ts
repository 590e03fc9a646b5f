/** Reading files is for browsers: webpack leaves the readers out of the mini-program. */
export const loadSheetFile = process.env.TARO_ENV === 'h5' ? () => import('./sheetFile') : null

/** Opens the browser's own choice; null when nothing was chosen. */
export const chooseFile = (endings: string): Promise<File | null> =>
  new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = endings
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null))
    input.addEventListener('cancel', () => resolve(null))
    input.click()
  })

/** Excel takes a CSV for UTF-8 only when it begins with this mark. */
const BYTE_ORDER_MARK = '\uFEFF'

export function saveText(name: string, text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([BYTE_ORDER_MARK + text], { type: 'text/csv;charset=utf-8' }))
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  URL.revokeObjectURL(link.href)
}
