import { Page } from '@/components/page'

export default function MyReportsPage() {
  return <Page title="我的上报" />
}
