import { EmptyState } from '@/components/emptyState'
import { openTab, routes } from '@/routes'

/** `reason`: what signing in is for. */
export const SignInFirst = ({ reason }: { reason: string }) => (
  <EmptyState icon="person" reason={reason} way={{ text: '去登录', onPress: () => openTab(routes.mine) }} />
)
