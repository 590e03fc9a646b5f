import type { AuditCheck } from '@contract/administration'
import { checkWords, faultWords, type TrailCheck, walkTrail } from '@/features/administration/trailCheck'
import { AUDITED_SERVICES, type AuditedService } from '@/features/administration/words'

const STRETCH = 500

/** Chains of these lengths; the fault is found in the stretch that holds it. */
const cloudWith = (
  lengths: Partial<Record<AuditedService, number>>,
  fault?: { service: AuditedService; at: number },
) => {
  const asked: [AuditedService, number][] = []
  const ask = async (service: AuditedService, after: number) => {
    asked.push([service, after])
    const checked = Math.min((lengths[service] ?? 0) - after, STRETCH)
    const isHere = fault?.service === service && fault.at > after && fault.at <= after + checked
    const value: AuditCheck = {
      checked,
      lastSequence: after + checked,
      fault: isHere ? { sequence: fault.at, kind: 'changed' } : null,
      isDone: isHere || checked < STRETCH,
    }
    return { ok: true as const, value }
  }
  return { ask, asked }
}

it('follows each chain to its end, stretch by stretch, and counts', async () => {
  const { ask, asked } = cloudWith({ voting: 1200, places: 34 })
  const seen: TrailCheck[] = []
  const walked = await walkTrail(ask, (check) => seen.push({ ...check }) > 0)
  expect(walked).toEqual({ ok: true, value: { checked: 1234, faults: [], service: null } })
  expect(asked.filter(([service]) => service === 'voting')).toEqual([
    ['voting', 0],
    ['voting', 500],
    ['voting', 1000],
  ])
  expect(new Set(seen.map(({ service }) => service))).toEqual(new Set(AUDITED_SERVICES))
  expect(checkWords(walked.ok ? walked.value : (seen[0] as TrailCheck))).toBe(
    '1,234 条记录，一条不少，没有改动',
  )
})

it('names a fault and goes on with the other services', async () => {
  const { ask, asked } = cloudWith({ administration: 700, voting: 3 }, { service: 'administration', at: 612 })
  const walked = await walkTrail(ask, () => true)
  if (!walked.ok) throw new Error(walked.error.code)
  expect(walked.value.faults.map(faultWords)).toEqual(['人员和授权的第 612 条记录被改动过'])
  expect(checkWords(walked.value)).toContain('1 处不对')
  expect(asked.map(([service]) => service)).toContain('voting')
})

it('stops with the error when the cloud does not answer', async () => {
  const error = { code: 'no_connection' } as const
  expect(
    await walkTrail(
      async () => ({ ok: false, error }),
      () => true,
    ),
  ).toEqual({ ok: false, error })
})
