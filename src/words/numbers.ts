/** `12,345`. Written out here because old phones lack number formatting for Chinese. */
export const numberWords = (value: number): string => String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',')
