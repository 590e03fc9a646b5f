import type { Grant, Me } from '@contract/accounts'
import { placeName } from '@contract/places/names'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { useAnswer } from '@/cloud/useAnswer'
import { Card } from '@/components/card'
import { CopyButton } from '@/components/copyButton'
import { ListRow } from '@/components/listRow'
import { QrCode } from '@/components/qrCode'
import { Sheet } from '@/components/sheet'
import { open, routes } from '@/routes'
import { roleWords } from '@/words/roles'

const DISTRICT_DIGITS = 6

/** Until the cloud has told a street's name, its district and its code stand for it. */
const nameUntilKnown = (code: string): string =>
  code.length > DISTRICT_DIGITS ? `${placeName(code.slice(0, DISTRICT_DIGITS))} ${code}` : placeName(code)

/** Names of the places of these grants: cities and districts are known here, what is below them in the cloud. */
const usePlaceNames = (grants: Grant[]): ((code: string) => string) => {
  const codes = [...new Set(grants.map(({ placeCode }) => placeCode))].filter(
    (code) => code.length > DISTRICT_DIGITS,
  )
  const answer = useAnswer(codes.length > 0 ? codes.join() : null, () =>
    call('places', 'getPlaces', { codes }),
  )
  const places = answer.state.status === 'ready' ? answer.state.value.places : []
  const names = new Map(places.map(({ code, path }) => [code, path.slice(1).join('')]))
  return (code) => names.get(code) || nameUntilKnown(code)
}

const Workbench = ({ grants }: Pick<Me, 'grants'>) => {
  const nameOf = usePlaceNames(grants)
  return (
    <>
      <ListRow
        icon="desk"
        title="工作台"
        line={grants.map(({ role, placeCode }) => `${nameOf(placeCode)}${roleWords[role]}`).join('、')}
        onPress={() => open(routes.administration)}
      />
      <ListRow
        icon="phone"
        title="工作联系方式"
        line="留给任命你的管理员"
        onPress={() => open(routes.contact)}
      />
    </>
  )
}

const AccountNumber = ({ accountId }: Pick<Me, 'accountId'>) => {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <ListRow
        icon="qrCode"
        title="我的账号编号"
        line="被任命为工作人员时，给管理员扫一扫"
        onPress={() => setOpen(true)}
      />
      <Sheet
        title="我的账号编号"
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        actions={<CopyButton name="账号编号" text={accountId} />}
      >
        <View className="mine__line">
          管理员任命工作人员时，扫这个码，或者输入下面的编号。别人不能用它登录。
        </View>
        <View className="mine__code">
          <QrCode text={accountId} label="我的账号编号的二维码" />
        </View>
        <View className="mine__account words-break">{accountId}</View>
      </Sheet>
    </>
  )
}

const isJudge = (grants: Grant[]): boolean => grants.some(({ role }) => role === 'judge')

const isLeader = (grants: Grant[]): boolean => grants.some(({ role }) => role === 'organisationLeader')

/** 工作. */
export const Work = ({ me: { accountId, grants } }: { me: Me }) => (
  <Card title="工作">
    {isJudge(grants) ? (
      <ListRow icon="count" title="我的评审" line="给评审对象打分" onPress={() => open(routes.mySessions)} />
    ) : null}
    {isLeader(grants) ? (
      <ListRow
        icon="volunteering"
        title="组织活动"
        line="发布活动、出示签到码、看报名的人"
        onPress={() => open(routes.organising())}
      />
    ) : null}
    {grants.length > 0 ? <Workbench grants={grants} /> : null}
    <AccountNumber accountId={accountId} />
  </Card>
)
