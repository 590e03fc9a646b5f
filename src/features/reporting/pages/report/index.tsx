import { Page } from '@/components/page'

export default function ReportPage() {
  return <Page title="上报问题" />
}
