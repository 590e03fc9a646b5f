import { Page } from '@/components/page'

export default function CasePage() {
  return <Page title="问题进展" />
}
