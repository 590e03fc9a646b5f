import { Button } from '@/components/button'
import { Page } from '@/components/page'
import { open, routes } from '@/routes'

export default function ReportingPage() {
  return (
    <Page title="随申拍" isTab>
      <Button icon="camera" onPress={() => open(routes.report({ camera: 'open' }))}>
        拍照上报
      </Button>
      <Button kind="quiet" onPress={() => open(routes.myReports)}>
        我的上报
      </Button>
    </Page>
  )
}
