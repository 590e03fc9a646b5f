import type { Me } from '@contract/accounts'
import { placeName } from '@contract/places/names'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { call } from '@/cloud/call'
import { useIsSignedIn, useSession } from '@/cloud/session'
import { useAnswer, useRefreshOnPull } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { setCareMode, useAppearance } from '@/components/appearance'
import { Badge } from '@/components/badge'
import { Card } from '@/components/card'
import { CopyButton } from '@/components/copyButton'
import { ListRow } from '@/components/listRow'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { loadLocalCloud } from '@/localPanel/entry'
import { open, openTab, routes } from '@/routes'
import { fullDayWords } from '@/words/moments'
import { roleWords } from '@/words/roles'
import './index.scss'

/** Only a cloud on one machine offers identities to choose from. */
const useMayChooseIdentity = (): boolean => {
  const [mayChoose, setMayChoose] = useState(false)
  useEffect(() => {
    void loadLocalCloud?.()
      .then(({ listIdentities }) => listIdentities())
      .then((identities) => setMayChoose(identities !== null))
  }, [])
  return mayChoose
}

const WebIdentity = () => {
  const session = useSession()
  const mayChoose = useMayChooseIdentity()
  return (
    <Card>
      <View className="mine__name">{session ? session.identity.name : '还没有选择身份'}</View>
      <View className="mine__line">
        {session ? session.identity.description : '选择一个身份后，可以投票和查看凭证'}
      </View>
      {mayChoose ? (
        <ListRow
          icon="switch"
          title={session ? '换一个身份' : '选择身份'}
          onPress={() => Taro.eventCenter.trigger('localPanel:open')}
        />
      ) : null}
    </Card>
  )
}

const WechatIdentity = () => (
  <Card>
    <View className="mine__name">微信用户</View>
    <View className="mine__line">用微信身份使用，不需要另外登录</View>
  </Card>
)

const Identity = process.env.TARO_ENV === 'weapp' ? WechatIdentity : WebIdentity

const Staff = ({ grants }: Pick<Me, 'grants'>) =>
  grants.length > 0 ? (
    <Card title="工作">
      <ListRow
        icon="count"
        title="投票管理"
        line={grants.map(({ role, placeCode }) => `${placeName(placeCode)}${roleWords[role]}`).join('、')}
        onPress={() => open(routes.administration)}
      />
    </Card>
  ) : null

const Phone = ({ phoneMask }: Pick<Me, 'phoneMask'>) => (
  <ListRow
    icon="phone"
    title="手机号"
    line={phoneMask ?? '有的投票要先验证手机号'}
    trailing={phoneMask ? <Badge tone="done" text="已验证" /> : <Badge tone="plain" text="没有验证" />}
    onPress={() => open(routes.phone)}
  />
)

const Receipts = () => {
  const owner = useSession()?.identity.id ?? ''
  const receipts = useAnswer(`receipts/${owner}`, () => call('voting', 'listMyReceipts', {}))
  return (
    <Card title="我的投票凭证">
      <Answered answer={receipts} skeleton={<Skeleton shape="text" />}>
        {(value) =>
          value.receipts.length === 0 ? (
            <ListRow
              icon="vote"
              title="还没有投过票"
              line="去看看正在进行的投票"
              onPress={() => openTab(routes.vote)}
            />
          ) : (
            value.receipts.map(({ trackingCode, campaignId, campaignName, castAt }) => (
              <ListRow
                key={trackingCode}
                icon="receipt"
                title={campaignName}
                line={`${fullDayWords(castAt)} 投票`}
                onPress={() => open(routes.receipt(campaignId))}
              />
            ))
          )
        }
      </Answered>
    </Card>
  )
}

const Settings = ({ phoneMask }: { phoneMask: Me['phoneMask'] | undefined }) => {
  const { isCareMode } = useAppearance()
  return (
    <Card title="设置">
      <ListRow
        icon="care"
        title="关怀版"
        line="字更大，按钮更大，颜色更清楚"
        trailing={isCareMode ? <Badge tone="done" text="已打开" /> : <Badge tone="plain" text="没有打开" />}
        onPress={() => setCareMode(!isCareMode)}
      />
      {phoneMask === undefined ? null : <Phone phoneMask={phoneMask} />}
      <ListRow icon="receipt" title="查验投票凭证" onPress={() => open(routes.checkReceipt)} />
      <ListRow icon="privacy" title="隐私说明" onPress={() => open(routes.privacy)} />
    </Card>
  )
}

const AccountNumber = ({ accountId }: Pick<Me, 'accountId'>) => (
  <Card title="账号编号">
    <View className="mine__account words-break">{accountId}</View>
    <View className="mine__line">被任命为工作人员时，把它告诉管理员。</View>
    <CopyButton name="账号编号" text={accountId} />
  </Card>
)

export default function MinePage() {
  const isSignedIn = useIsSignedIn()
  const owner = useSession()?.identity.id ?? ''
  const me = useAnswer(isSignedIn ? `me/${owner}` : null, () => call('accounts', 'getMe', {}))
  useRefreshOnPull(me.refresh)
  const known = me.state.status === 'ready' ? me.state.value : null
  return (
    <Page title="我的" isTab>
      <Identity />
      {known ? <Staff grants={known.grants} /> : null}
      {isSignedIn ? <Receipts /> : null}
      <Settings phoneMask={known?.phoneMask} />
      {known ? <AccountNumber accountId={known.accountId} /> : null}
      <View className="mine__about">共治 · 标有“示例数据”的活动和组织都是为试用编的</View>
    </Page>
  )
}
