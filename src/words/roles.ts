import type { Role } from '@contract/method'

export const roleWords: Record<Role, string> = {
  cityAdministrator: '市管理员',
  districtReviewer: '区审核员',
}
