import { Button } from '@/components/button'
import { useIsDesk } from '@/components/page/desk'

const WebPrintButton = () =>
  useIsDesk() ? (
    <Button kind="secondary" icon="print" onPress={() => window.print()}>
      打印
    </Button>
  ) : null

/** At a desk; a phone has no paper. */
export const PrintButton = process.env.TARO_ENV === 'weapp' ? () => null : WebPrintButton
