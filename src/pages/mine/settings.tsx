import type { Me } from '@contract/accounts'
import { useSession } from '@/cloud/session'
import { setCareMode, useAppearance } from '@/components/appearance'
import { Badge } from '@/components/badge'
import { Card } from '@/components/card'
import { ListRow } from '@/components/listRow'
import { open, routes } from '@/routes'

const CareMode = () => {
  const { isCareMode } = useAppearance()
  return (
    <ListRow
      icon="care"
      title="关怀版"
      line="字更大，按钮更大，颜色更清楚"
      trailing={isCareMode ? <Badge tone="done" text="已打开" /> : <Badge tone="plain" text="没有打开" />}
      onPress={() => setCareMode(!isCareMode)}
    />
  )
}

const Phone = ({ phoneMask }: Pick<Me, 'phoneMask'>) => (
  <ListRow
    icon="phone"
    title="手机号"
    line={phoneMask ?? '有的投票要先验证手机号'}
    trailing={phoneMask ? <Badge tone="done" text="已验证" /> : <Badge tone="plain" text="没有验证" />}
    onPress={() => open(routes.phone)}
  />
)

/** A browser at a desk cannot confirm another one, nor give a phone number: both are done in WeChat. */
const OnPhone = ({ phoneMask }: Pick<Me, 'phoneMask'>) => (
  <>
    <Phone phoneMask={phoneMask} />
    <ListRow icon="scan" title="扫码登录电脑" line="在电脑上办事时用" onPress={() => open(routes.desk())} />
  </>
)

const Own = ({ me: { phoneMask } }: { me: Me }) => {
  const isDesk = useSession()?.kind === 'desk'
  return (
    <>
      <ListRow
        icon="notify"
        title="消息设置"
        line="接收哪些通知，免打扰时间"
        onPress={() => open(routes.messageSettings)}
      />
      {isDesk ? null : <OnPhone phoneMask={phoneMask} />}
      <ListRow icon="desk" title="登录过的设备" onPress={() => open(routes.devices)} />
      <ListRow
        icon="document"
        title="我的数据"
        line="查看、导出，或者注销账号"
        onPress={() => open(routes.myData)}
      />
    </>
  )
}

/** 设置. */
export const Settings = ({ me }: { me: Me | null }) => (
  <Card title="设置">
    <CareMode />
    {me ? <Own me={me} /> : null}
    <ListRow icon="receipt" title="查验投票凭证" onPress={() => open(routes.checkReceipt)} />
    <ListRow icon="privacy" title="隐私说明" onPress={() => open(routes.privacy)} />
  </Card>
)
