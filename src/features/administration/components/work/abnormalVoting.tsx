import { View } from '@tarojs/components'
import { call } from '@/cloud/call'
import { useAnswer } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Notice } from '@/components/notice'
import { Skeleton } from '@/components/skeleton'
import { open, routes } from '@/routes'
import type { WorkDetailProps } from '../../workDetail'

/** Votes came in unlike everybody else's: leads to the page where they are looked at. */
export const AbnormalVoting = ({ subjectId, item }: WorkDetailProps) => {
  const found = useAnswer(subjectId, () => call('voting', 'listAlerts', { campaignId: subjectId }))
  return (
    <Answered answer={found} skeleton={<Skeleton shape="text" count={2} />}>
      {({ alerts }) => {
        const waiting = alerts.filter(({ state }) => state === 'open').length
        return (
          <Card title={item?.title ?? '异常投票'}>
            {waiting > 0 ? (
              <View>程序发现 {waiting} 处不寻常的投票。它只是提示，请看过以后再决定怎么处理。</View>
            ) : (
              <Notice kind="success" title="已经全部处理">
                没有等待查看的异常投票。
              </Notice>
            )}
            <Button icon="rising" onPress={() => open(routes.trust(subjectId))}>
              查看异常投票
            </Button>
          </Card>
        )
      }}
    </Answered>
  )
}
