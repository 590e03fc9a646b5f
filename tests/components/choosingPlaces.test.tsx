/** @jest-environment jsdom */
import type { PlaceLevel } from '@contract/places'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { PlaceField } from '@/components/placeField'
import { PlaceName } from '@/components/placeName'
import { levelOf, liesIn, lineageOf } from '@/components/placeName/codes'
import { PlacePicker } from '@/components/placePicker'
import { trailTo } from '@/components/placePicker/trail'

/** A cloud with a few places, in the shapes that the real one answers with. */
type Child = [code: string, name: string, hasChildren: boolean]

const CHILDREN: Record<string, Child[]> = {
  top: [['310000', '上海市', true]],
  '310000': [
    ['310106', '静安区', true],
    ['310115', '浦东新区', true],
  ],
  '310106': [
    ['310106012', '南京西路街道', true],
    ['310106013', '曹家渡街道', true],
  ],
  '310106012': [['310106012001', '示例居委会', false]],
  '310115': [['310115004', '潍坊新村街道', true]],
}

const NAMES: Record<string, string[]> = {
  '310106012': ['上海市', '静安区', '南京西路街道'],
  '310106013': ['上海市', '静安区', '曹家渡街道'],
  '310115055': ['上海市', '浦东新区', '示例街道'],
  '310115056': ['上海市', '浦东新区', '示例镇'],
}

const asked: { method: string; input: Record<string, unknown> }[] = []
let isLost = false

const named = (code: string) => ({ code, level: levelOf(code), path: NAMES[code] as string[] })

const answers: Record<string, (input: Record<string, unknown>) => unknown> = {
  listPlaces: ({ parentCode }) => ({
    places: (CHILDREN[String(parentCode ?? 'top')] ?? []).map(([code, name, hasChildren]) => ({
      code,
      name,
      level: levelOf(code),
      hasChildren,
    })),
  }),
  getPlaces: ({ codes }) => ({ places: (codes as string[]).filter((code) => code in NAMES).map(named) }),
  findPlaces: ({ words }) => ({
    places: Object.keys(NAMES)
      .filter((code) => NAMES[code]?.at(-1)?.includes(String(words)))
      .map(named),
  }),
}

beforeEach(() => {
  asked.length = 0
  isLost = false
  jest.useFakeTimers()
  global.fetch = jest.fn(async (_address, options) => {
    if (isLost) throw new TypeError('Failed to fetch')
    const event = JSON.parse(String(options?.body)) as (typeof asked)[number]
    asked.push(event)
    const result = { ok: true, value: answers[event.method]?.(event.input) }
    return { ok: true, status: 200, json: async () => ({ result }) } as Response
  })
})
afterEach(() => jest.useRealTimers())

const settle = (milliseconds = 500) => act(() => jest.advanceTimersByTimeAsync(milliseconds))

const press = async (name: string | RegExp, role = 'radio') => {
  fireEvent.click(screen.getByRole(role, { name }))
  await settle()
}

const shown = () => screen.getAllByRole('radio').map((row) => row.getAttribute('aria-label'))

interface Asking {
  depth?: PlaceLevel
  from?: PlaceLevel
  value?: string | null
  within?: string | null
}

const open = async (part: Asking = {}) => {
  const onChoose = jest.fn()
  const onClose = jest.fn()
  const { unmount } = render(
    <PlacePicker isOpen value={null} {...part} onChoose={onChoose} onClose={onClose} />,
  )
  await settle()
  return { onChoose, onClose, unmount }
}

describe('PlacePicker', () => {
  it('begins below the only city and goes down to the level asked for', async () => {
    const { onChoose, onClose } = await open({ depth: 'street' })
    expect(shown()).toEqual(['静安区', '浦东新区'])
    await press('静安区')
    expect(screen.getByRole('radiogroup', { name: '选街镇' })).toBe(document.activeElement)
    await press('曹家渡街道')
    expect(onChoose).toHaveBeenCalledWith({
      code: '310106013',
      level: 'street',
      path: ['上海市', '静安区', '曹家渡街道'],
    })
    expect(onClose).toHaveBeenCalledTimes(1)
  })

  it('goes back to a level, and does not ask for it again', async () => {
    await open({ depth: 'village' })
    await press('静安区')
    await press('南京西路街道')
    expect(shown()).toEqual(['示例居委会'])
    const before = asked.length
    await press('静安区，重选区', 'button')
    expect(shown()).toEqual(['静安区', '浦东新区'])
    await press('静安区')
    expect(asked).toHaveLength(before)
  })

  it('does not take the second tap of one as a choice on the next level', async () => {
    const { onChoose } = await open({ depth: 'street' })
    fireEvent.click(screen.getByRole('radio', { name: '静安区' }))
    await settle(100)
    fireEvent.click(screen.getByRole('radio', { name: '南京西路街道' }))
    await settle()
    expect(onChoose).not.toHaveBeenCalled()
    await press('南京西路街道')
    expect(onChoose).toHaveBeenCalledTimes(1)
  })

  it('opens where the chosen place is and marks it', async () => {
    await open({ value: '310106013' })
    expect(screen.getByRole('radio', { checked: true }).getAttribute('aria-label')).toBe('曹家渡街道')
    await press('静安区，重选区', 'button')
    expect(screen.getByRole('radio', { checked: true }).getAttribute('aria-label')).toBe('静安区')
  })

  it('lets one stop at a larger place only where that is an answer', async () => {
    const { onChoose } = await open({ depth: 'street', from: 'district' })
    expect(screen.queryByRole('button', { name: '就选上海市' })).toBeNull()
    await press('静安区')
    await press('就选静安区', 'button')
    expect(onChoose).toHaveBeenCalledWith({ code: '310106', level: 'district', path: ['上海市', '静安区'] })
  })

  it('offers nothing outside the place it is kept to', async () => {
    await open({ within: '310106', value: '310115055' })
    expect(shown()).toEqual(['南京西路街道', '曹家渡街道'])
    expect(asked.some(({ input }) => input.parentCode === '310000')).toBe(false)
  })

  it('finds by name, once the typing has stopped, and only what may be chosen', async () => {
    const { onChoose } = await open({ depth: 'street' })
    const field = screen.getByLabelText('搜索地区名称或拼音首字母')
    for (const words of ['曹', '曹家']) fireEvent.change(field, { target: { value: words } })
    await settle()
    expect(asked.filter(({ method }) => method === 'findPlaces')).toHaveLength(1)
    expect(shown()).toEqual(['曹家渡街道，静安区'])
    await press(/^曹家渡/)
    expect(onChoose).toHaveBeenCalledWith(expect.objectContaining({ code: '310106013' }))
  })

  it('says so when nothing is found', async () => {
    await open({ depth: 'district' })
    fireEvent.change(screen.getByLabelText('搜索地区名称或拼音首字母'), { target: { value: '曹家' } })
    await settle()
    expect(screen.queryAllByRole('radio')).toEqual([])
    expect(screen.getByText(/没有找到这个地区/)).toBeTruthy()
  })

  it('keeps what was chosen last at hand, but not where it is no answer', async () => {
    const first = await open({ depth: 'street' })
    await press('浦东新区')
    await press('潍坊新村街道')
    const code = first.onChoose.mock.calls[0][0].code
    first.unmount()
    const again = await open({ depth: 'street', within: '310115' })
    await press('最近选过：浦东新区 潍坊新村街道', 'button')
    expect(again.onChoose).toHaveBeenCalledWith(expect.objectContaining({ code }))
    again.unmount()
    await open({ depth: 'district' })
    expect(screen.queryByRole('button', { name: /潍坊新村街道/ })).toBeNull()
  })

  it('says what failed, and goes on when asked again', async () => {
    isLost = true
    await open({ within: '310115004' })
    await settle(5000)
    expect(screen.getByRole('alert').textContent).toContain('没有连上网络')
    isLost = false
    await press('再试一次', 'button')
    expect(screen.getByText('这里还没有居村')).toBeTruthy()
  })
})

describe('PlaceField', () => {
  const Form = ({ error }: { error?: string }) => {
    const [value, setValue] = useState<string | null>(null)
    return <PlaceField label="所在街镇" value={value} error={error} onChange={({ code }) => setValue(code)} />
  }

  it('shows what was chosen and what is wrong', async () => {
    const { rerender } = render(<Form />)
    await press('所在街镇，请选择', 'button')
    expect(screen.getByRole('dialog', { name: '选择所在街镇' })).toBeTruthy()
    await press('静安区')
    await press('南京西路街道')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.getByRole('button', { name: '所在街镇，静安区 南京西路街道' })).toBeTruthy()
    rerender(<Form error="请选择街镇" />)
    expect(screen.getByRole('alert').textContent).toBe('请选择街镇')
  })
})

describe('PlaceName', () => {
  it('says the district at once and the street when the cloud has answered, many in one call', async () => {
    const { container } = render(
      <>
        <PlaceName code="310115055" />，<PlaceName code="310115056" />，<PlaceName code="310000" />
      </>,
    )
    expect(container.textContent).toBe('浦东新区，浦东新区，上海市')
    await settle()
    expect(container.textContent).toBe('浦东新区 示例街道，浦东新区 示例镇，上海市')
    expect(asked.map(({ input }) => input)).toEqual([{ codes: ['310115055', '310115056'] }])
  })

  it('shows the code of a place that nobody knows, and asks for it once', async () => {
    const { container, unmount } = render(<PlaceName code="310115999" />)
    await settle()
    expect(container.textContent).toBe('浦东新区 310115999')
    unmount()
    render(<PlaceName code="310115999" />)
    await settle()
    expect(asked).toHaveLength(1)
  })
})

describe('codes', () => {
  it.each([
    ['310000', 'city', ['310000']],
    ['310110', 'district', ['310000', '310110']],
    ['310106012', 'street', ['310000', '310106', '310106012']],
    ['500101001003', 'village', ['500000', '500101', '500101001', '500101001003']],
    ['310106012001002', 'grid', ['310000', '310106', '310106012', '310106012001', '310106012001002']],
  ])('%s is a %s with all above it', (code, level, lineage) => {
    expect([levelOf(code), lineageOf(code)]).toEqual([level, lineage])
  })

  it('tells what lies in what', () => {
    expect(liesIn('310106012', '310106')).toBe(true)
    expect(liesIn('310106012', '310000')).toBe(true)
    expect(liesIn('310106', '310106012')).toBe(false)
    expect(liesIn('310110', '310101')).toBe(false)
  })
})

describe('the way to a place', () => {
  it.each([
    [['310000'], '310106012', ['310106']],
    [['310106'], '310106012', []],
    [['310000', '500101'], '310106012', ['310000', '310106']],
    [['310000', '500101'], '500101001', ['500101']],
    [['310000'], '500101001', []],
    [['310000'], null, []],
  ])('in %j to %s is %j', (tops, value, trail) => {
    expect(trailTo(value, tops, 'street')).toEqual(trail)
  })

  it('ends above the level that is to be chosen', () => {
    expect(trailTo('310106012001', ['310000'], 'street')).toEqual(['310106'])
  })
})
