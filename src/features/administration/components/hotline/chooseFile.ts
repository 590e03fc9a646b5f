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
