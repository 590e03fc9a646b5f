import { View } from '@tarojs/components'
import { call } from '@/cloud/call'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { DocumentButton } from '@/components/documentButton'
import { open, routes } from '@/routes'

interface DocumentsCardProps {
  campaignId: string
  isPublished: boolean
}

/** What can be taken along: the results as soon as a list is published, the cases once the winners are. */
export const DocumentsCard = ({ campaignId, isPublished }: DocumentsCardProps) => (
  <Card title="展示和文件">
    {isPublished ? (
      <>
        <Button kind="secondary" icon="picture" onPress={() => open(routes.showcase(campaignId))}>
          打开成果展示
        </Button>
        <DocumentButton
          words="下载材料汇编"
          make={(requestId) => call('awards', 'printCompilation', { campaignId }, { requestId })}
        />
      </>
    ) : (
      <View>获评名单公布以后，可以在这里打开成果展示，下载材料汇编。</View>
    )}
    <DocumentButton
      words="下载结果表格"
      make={(requestId) => call('awards', 'exportResults', { campaignId }, { requestId })}
    />
  </Card>
)
