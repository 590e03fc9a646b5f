import type { ReactNode } from 'react'
import { EmptyState } from '@/components/emptyState'
import { goBack } from '@/routes'
import type { Staff } from '../../useStaff'

const ROLES = ['administrator', 'supervisor'] as const

/** The page for those who watch over volunteering; to others, who may. */
export const OnlyForVolunteering = ({
  staff,
  what,
  children,
}: {
  staff: Staff
  what: string
  children: ReactNode
}) =>
  ROLES.some((role) => staff.roles.includes(role)) ? (
    children
  ) : (
    <EmptyState
      icon="lock"
      reason={`只有管理员和督办人可以看${what}`}
      way={{ text: '返回', onPress: goBack }}
    />
  )
