/** @jest-environment jsdom */
import { TEAM_GRIDS_MAX } from '@contract/limits'
import type { Team } from '@contract/volunteering/people'
import { act, render, screen } from '@testing-library/react'
import { TeamEditor } from '@/components/teamEditor'

/** Grids that the cloud knows, and what it was asked to keep. */
const VILLAGE = '310106012001'
const GRIDS: Record<string, string> = { [`${VILLAGE}001`]: '一号网格', [`${VILLAGE}002`]: '二号网格' }

interface Asked {
  method: string
  input: Record<string, unknown>
  requestId?: string
}

let asked: Asked[] = []
let isRefused = false

const answerTo = ({ method, input }: Asked): object => {
  if (method === 'getPlaces') {
    const codes = (input.codes as string[]).filter((code) => code in GRIDS)
    const path = (code: string) => ['上海市', '静安区', '南京西路街道', '示例居委会', GRIDS[code] ?? '']
    return {
      ok: true,
      value: { places: codes.map((code) => ({ code, level: 'grid', path: path(code) })) },
    }
  }
  return isRefused ? { ok: false, error: { code: 'changed_meanwhile' } } : { ok: true, value: {} }
}

const kept = () => asked.filter(({ method }) => method === 'describeTeam')

beforeEach(() => {
  asked = []
  isRefused = false
  jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'setImmediate'] })
  global.fetch = jest.fn(async (_address, options) => {
    const event = JSON.parse(String(options?.body)) as Asked
    asked.push(event)
    return { ok: true, status: 200, json: async () => ({ result: answerTo(event) }) } as Response
  })
})
afterEach(() => jest.useRealTimers())

/** Two presses closer than this are one. */
const DOUBLE_TAP_TIME = 350

const press = async (role: 'button' | 'radio' | 'checkbox', name: string) => {
  await act(async () => screen.getByRole(role, { name }).click())
  jest.setSystemTime(Date.now() + DOUBLE_TAP_TIME)
}

const someTeam: Team = {
  organisationId: 'team',
  name: '示例服务队',
  kind: 'law',
  placeCode: VILLAGE,
  gridCodes: Object.keys(GRIDS),
  members: 3,
  introduction: '',
  joining: 'request',
  isClosed: false,
  version: 4,
  membership: null,
}

async function open(team: Team | null) {
  const [onChanged, onClose] = [jest.fn(async () => undefined), jest.fn()]
  const props = { organisationId: 'team', placeCode: VILLAGE, team, onChanged, onClose }
  await act(async () => void render(<TeamEditor {...props} />))
  return { onChanged, onClose }
}

it('asks for the kind before an organisation becomes a team', async () => {
  const { onClose } = await open(null)
  await press('button', '保存服务队')
  expect(screen.getByRole('alert').textContent).toContain('请选择服务队类别')
  expect(kept()).toEqual([])
  await press('button', '类别，请选择')
  await press('radio', '法律援助')
  await press('button', '保存服务队')
  expect(kept()[0]?.input).toEqual({
    organisationId: 'team',
    basedOn: 0,
    kind: 'law',
    joining: 'request',
    gridCodes: [],
  })
  expect(onClose).toHaveBeenCalled()
})

it('takes a grid away and lets anybody in, based on the version that was seen', async () => {
  await open(someTeam)
  await press('checkbox', '一号网格，点一下去掉')
  await press('radio', '随时可以加入，不用答复，申请就是队员')
  await press('button', '保存服务队')
  expect(kept()[0]?.input).toMatchObject({ basedOn: 4, joining: 'open', gridCodes: [`${VILLAGE}002`] })
})

it('stays open with what was chosen where somebody was faster, and looks at the newest version', async () => {
  isRefused = true
  const { onChanged, onClose } = await open(someTeam)
  await press('button', '保存服务队')
  expect(screen.getByRole('alert').textContent).toContain('别人刚刚改过')
  expect(onChanged).toHaveBeenCalled()
  expect(onClose).not.toHaveBeenCalled()
  await press('button', '保存服务队')
  expect(new Set(kept().map(({ requestId }) => requestId)).size).toBe(2)
})

it('offers no more grids than a team may have', async () => {
  const gridCodes = Array.from({ length: TEAM_GRIDS_MAX }, (_, number) => `${VILLAGE}${100 + number}`)
  await open({ ...someTeam, gridCodes })
  expect(screen.queryByRole('button', { name: '添加网格' })).toBeNull()
})
