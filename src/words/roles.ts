import type { Role } from '@contract/method'

/** After the name of the place: 上海市管理员, 静安区审核员. */
export const roleWords: Record<Role, string> = {
  cityAdministrator: '管理员',
  districtReviewer: '审核员',
}
