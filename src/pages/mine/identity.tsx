import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { useSession } from '@/cloud/session'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ListRow } from '@/components/listRow'
import { loadLocalCloud } from '@/localPanel/entry'
import { open, routes } from '@/routes'

/** Only a cloud on one machine offers identities to choose from. Null until it is known. */
const useMayChooseIdentity = (): boolean | null => {
  const [mayChoose, setMayChoose] = useState<boolean | null>(null)
  useEffect(() => {
    void loadLocalCloud?.()
      .then(({ listIdentities }) => listIdentities())
      .then((identities) => setMayChoose(identities !== null))
  }, [])
  return mayChoose
}

const Nobody = ({ mayChoose }: { mayChoose: boolean | null }) => (
  <Card>
    <View className="mine__name">{mayChoose ? '还没有选择身份' : '还没有登录'}</View>
    <View className="mine__line">
      {mayChoose ? '选择一个身份后，可以投票和查看凭证' : '用手机微信扫一扫电脑上的码，就能在这里查看和办理'}
    </View>
    {mayChoose ? (
      <ListRow icon="switch" title="选择身份" onPress={() => Taro.eventCenter.trigger('localPanel:open')} />
    ) : null}
    {mayChoose === false ? (
      <Button icon="qrCode" onPress={() => open(routes.signIn)}>
        用微信扫码登录
      </Button>
    ) : null}
  </Card>
)

const WebIdentity = () => {
  const session = useSession()
  const mayChoose = useMayChooseIdentity()
  if (!session) return <Nobody mayChoose={mayChoose} />
  return (
    <Card>
      <View className="mine__name">{session.identity.name}</View>
      <View className="mine__line">{session.identity.description}</View>
      {mayChoose && session.kind !== 'desk' ? (
        <ListRow
          icon="switch"
          title="换一个身份"
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

/** 身份. */
export const Identity = process.env.TARO_ENV === 'weapp' ? WechatIdentity : WebIdentity
