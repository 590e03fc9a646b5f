import type { accounts } from '../../contract/accounts'
import type { Methods } from '../platform/serve'
import { getContact, saveContact } from './contact'
import { answerDeskSignIn, finishDeskSignIn, getDeskSignIn, startDeskSignIn } from './desk'
import { endDevice, listDevices } from './devices'
import { getMe } from './me'
import { deleteAccount, exportMyData } from './ownData'
import { verifyPhone } from './phone'

/** The methods of accounts, as the contract declares them. */
export const methods: Methods<typeof accounts> = {
  getMe,
  verifyPhone,
  getContact,
  saveContact,
  startDeskSignIn,
  finishDeskSignIn,
  getDeskSignIn,
  answerDeskSignIn,
  listDevices,
  endDevice,
  exportMyData,
  deleteAccount,
}
