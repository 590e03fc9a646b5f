import type { Direction } from '@contract/volunteering/presence'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { errorRequestId, errorText } from '@/cloud/errorText'
import { useSession } from '@/cloud/session'
import { Button } from '@/components/button'
import { FilterChips } from '@/components/chip'
import { ErrorState } from '@/components/errorState'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { keepScreenOn } from '@/phone/screen'
import { open, routes } from '@/routes'
import { likelyDirection, type OpenedCode, shownCode, windowState } from '../../code/openedCode'
import { useCloudNow, useOpenedCode } from '../../code/useOpenedCode'
import { CodeCard } from '../../components/code/codeCard'
import { Counts } from '../../components/code/counts'
import { directionWords } from '../../presence/words'

const TITLE = '签到码'

const directions = [
  { value: 'in' as const, text: directionWords.in },
  { value: 'out' as const, text: directionWords.out },
]

const Opened = ({ activityId, opened }: { activityId: string; opened: OpenedCode }) => {
  const now = useCloudNow()
  const [chosen, setChosen] = useState<Direction | null>(null)
  useEffect(keepScreenOn, [])
  const direction = chosen ?? likelyDirection(opened, now)
  return (
    <>
      <View>{opened.theme}</View>
      <FilterChips<Direction> options={directions} chosen={direction} onChoose={setChosen} />
      <CodeCard
        direction={direction}
        code={shownCode(activityId, opened.key, direction, now)}
        window={windowState(opened, direction, now)}
      />
      <Counts activityId={activityId} />
      <Notice kind="information" title="怎么用">
        请大家用“现场{directionWords[direction]}”扫这个码，或者输入 6 位数字。屏幕调亮一些更容易扫到。
        这一页打开过以后，没有网络也能用；屏幕会一直亮着。不要把码拍下来发给别人：不在现场的人签到，要等你确认。
      </Notice>
    </>
  )
}

const Code = ({ activityId }: { activityId: string }) => {
  const { opened, error, open: openAgain } = useOpenedCode(activityId)
  return (
    <Page
      title={TITLE}
      footer={
        <Button icon="list" onPress={() => open(routes.roster(activityId))}>
          名单和确认
        </Button>
      }
    >
      {error && opened && error.code !== 'no_connection' ? (
        <Notice kind="warning">{errorText(error)}</Notice>
      ) : null}
      {error && opened && error.code === 'no_connection' ? (
        <Notice kind="information" title="现在没有网络">
          签到码照常有效，大家可以照样签到。
        </Notice>
      ) : null}
      {opened ? <Opened activityId={activityId} opened={opened} /> : null}
      {!opened && !error ? <Skeleton shape="card" count={1} /> : null}
      {!opened && error ? (
        <ErrorState sentence={errorText(error)} requestId={errorRequestId(error)} onRetry={openAgain} />
      ) : null}
    </Page>
  )
}

/** What the leader holds out: works without a network once it was opened. */
export default function CodePage() {
  const { activityId = '' } = useRouter().params
  const owner = useSession()?.identity.id ?? ''
  return <Code key={`${owner}/${activityId}`} activityId={activityId} />
}
