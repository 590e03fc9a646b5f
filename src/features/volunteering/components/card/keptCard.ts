import Taro from '@tarojs/taro'
import { storageOwner } from '@/cloud/session'

/** The card as this phone saw it last: where there is no network it is shown all the same. */
export interface KeptCard {
  name: string
  cardCode: string
}

const keyOf = (): string => `volunteerCard.${storageOwner()}.card`

export const readCard = (): KeptCard | null => Taro.getStorageSync<KeptCard | ''>(keyOf()) || null

export const keepCard = ({ name, cardCode }: KeptCard): void => {
  const kept = readCard()
  if (kept?.name === name && kept.cardCode === cardCode) return
  try {
    Taro.setStorageSync(keyOf(), { name, cardCode })
  } catch {
    // The phone's storage is full: it is there while there is a network.
  }
}
