import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { forgetOwn } from '@/cloud/ownStorage'
import { forgetSession, storageOwner, useIsSignedIn, useSession } from '@/cloud/session'
import { Button } from '@/components/button'
import { EmptyState } from '@/components/emptyState'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { openTab, routes } from '@/routes'
import { DeleteAccount } from '../../components/deleteAccount'
import { ExportButton } from '../../components/exportButton'
import { KeptPartCard } from '../../components/keptPart'
import { completeParts, useOwnData } from '../../components/useOwnData'
import { KEEPERS } from '../../ownData'

/** Pages behind this one still show what is gone. */
const startAnew = () => Taro.reLaunch({ url: routes.home })

const Deleted = () => (
  <>
    <Notice kind="success" title="账号已经注销">
      手机号、联系方式、消息和登录过的设备，几分钟内全部删完。选票没有名字，照样计入。
    </Notice>
    <Button onPress={startAnew}>回到首页</Button>
  </>
)

const Kept = ({ owner, onDeleted }: { owner: string; onDeleted: () => void }) => {
  const { parts, load } = useOwnData(owner)
  const isAtDesk = useSession()?.kind === 'desk'
  return (
    <>
      <View>“共治”保存的、和你有关的内容都在这里。点一行，看具体内容。</View>
      {KEEPERS.map((keeper) => (
        <KeptPartCard key={keeper} keeper={keeper} state={parts[keeper]} onRetry={() => load(keeper)} />
      ))}
      <ExportButton parts={completeParts(parts)} />
      <DeleteAccount isAtDesk={isAtDesk} onDeleted={onDeleted} />
    </>
  )
}

const NobodysData = () => (
  <EmptyState
    icon="privacy"
    reason="登录以后，可以在这里看、导出和删除你的数据"
    way={{ text: '回到“我的”', onPress: () => openTab(routes.mine) }}
  />
)

export default function MyDataPage() {
  const isSignedIn = useIsSignedIn()
  const [isDeleted, setDeleted] = useState(false)
  const finish = () => {
    setDeleted(true)
    forgetOwn(storageOwner())
    forgetSession()
  }
  const shown = isSignedIn ? <Kept owner={storageOwner()} onDeleted={finish} /> : <NobodysData />
  return <Page title="我的数据">{isDeleted ? <Deleted /> : shown}</Page>
}
