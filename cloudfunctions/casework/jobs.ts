import { raiseAlarms } from './alarms'
import { tellStaff } from './telling'

/** Once a minute. Apart: one that fails must not keep the other from running. */
export async function everyMinute(now: number): Promise<{ alarms: number; told: number }> {
  const [alarms, told] = await Promise.allSettled([raiseAlarms(now), tellStaff(now)])
  if (alarms.status === 'rejected') throw alarms.reason
  if (told.status === 'rejected') throw told.reason
  return { alarms: alarms.value, told: told.value }
}
