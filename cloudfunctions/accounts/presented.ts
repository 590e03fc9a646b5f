import type { DeskSignIn, Device, Grant } from '../../contract/accounts'
import type { ExportSection } from '../../contract/ownData'
import type { RoleGrant } from '../platform/access'
import { shanghaiTime } from '../platform/clock'
import type { DeskSessionRow } from '../platform/desk'
import type { AccountRow } from '../platform/verifiedPhone'
import type { DeskSignInRow } from './rows'

/** What leaves the cloud, chosen field by field. */

export const presentGrant = ({ role, placeCode, organisationId, name, endsAt }: RoleGrant): Grant => ({
  role,
  placeCode,
  organisationId,
  name,
  endsAt,
})

export const presentSignIn = ({
  device,
  requestAddress,
  requestedAt,
  expiresAt,
}: DeskSignInRow): DeskSignIn => ({ device, requestAddress, requestedAt, expiresAt })

export const presentDevice = (session: DeskSessionRow, thisSession: string | undefined): Device => ({
  deviceId: session._id,
  device: session.device,
  requestAddress: session.requestAddress,
  signedInAt: session.signedInAt,
  lastUsedAt: session.lastUsedAt,
  expiresAt: session.expiresAt,
  isThis: session._id === thisSession,
})

const inWords = (time: number | null): string | null => (time === null ? null : shanghaiTime(time))

interface Kept {
  accountId: string
  account: AccountRow | null
  contact: { name: string; phone: string } | null
  sessions: DeskSessionRow[]
  firstSightAt: number | null
}

export const exportSections = ({
  accountId,
  account,
  contact,
  sessions,
  firstSightAt,
}: Kept): ExportSection[] => [
  {
    title: '账号',
    items: [
      {
        编号: accountId,
        手机号: account?.phoneMask ?? null,
        验证时间: inWords(account?.verifiedAt ?? null),
        第一次使用: inWords(firstSightAt),
      },
    ],
  },
  { title: '联系方式', items: contact ? [{ 姓名: contact.name, 电话: contact.phone }] : [] },
  {
    title: '登录过的设备',
    items: sessions.map((session) => ({
      设备: session.device,
      网络地址: session.requestAddress,
      登录时间: inWords(session.signedInAt),
      最近使用: inWords(session.lastUsedAt),
      退出时间: inWords(session.endedAt),
    })),
  },
]
