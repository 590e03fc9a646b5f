/** `12,345`. Written out here because old phones lack number formatting for Chinese. */
export const numberWords = (value: number): string => String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',')

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB']
const STEP = 1024

/** `12.0 KB`, `31.5 MB` */
export const bytesWords = (bytes: number): string => {
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log(bytes) / Math.log(STEP)), UNITS.length - 1)
  const value = bytes / STEP ** power
  return `${power === 0 ? value : value.toFixed(1)} ${UNITS[power] ?? ''}`
}
