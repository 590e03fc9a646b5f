import Taro from '@tarojs/taro'
import { storageOwner } from '@/cloud/session'

/** Whether this person is a volunteer, as far as this phone knows: the home page asks the cloud only for volunteers. */

const keyOf = (): string => `volunteer.${storageOwner()}.known`

export const isKnownVolunteer = (): boolean => Taro.getStorageSync<boolean | ''>(keyOf()) === true

export const rememberVolunteer = (isVolunteer: boolean): void => {
  if (isVolunteer === isKnownVolunteer()) return
  if (isVolunteer) Taro.setStorageSync(keyOf(), true)
  else Taro.removeStorageSync(keyOf())
}
