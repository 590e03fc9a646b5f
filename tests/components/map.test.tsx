/** @jest-environment jsdom */

import Taro from '@tarojs/taro'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { type MapMarker, type MapProps, MapView } from '@/components/map'
import { loadGround } from '@/components/map/tiles'
import { WechatMap } from '@/components/map/wechatMap'

const centre = { longitude: 121.47, latitude: 31.23 }
const markers: MapMarker[] = [
  { id: 'a', position: centre, tone: 'open', label: '暴露垃圾，正在处理' },
  { id: 'b', position: { longitude: 121.471, latitude: 31.231 }, tone: 'done', label: '道路破损，已办结' },
  {
    id: 'c',
    position: { longitude: 121.469, latitude: 31.229 },
    tone: 'overdue',
    label: '占道堆物，超过时限',
  },
]
const cells = [
  { id: '13', position: { longitude: 121.48, latitude: 31.24 }, count: 1234, label: '这一带有 1234 件' },
]

/** Leaflet and the ground are loaded first. */
const loaded = () => act(() => new Promise((resolve) => setTimeout(resolve, 50)))

const shown = async (props: Partial<MapProps> = {}) => {
  const all: MapProps = { label: '附近的问题', centre, zoom: 16, markers, ...props }
  const { rerender, container, unmount } = render(<MapView {...all} />)
  await loaded()
  const change = async (changed: Partial<MapProps>) => {
    rerender(<MapView {...all} {...changed} />)
    await loaded()
  }
  return { change, container, unmount }
}

it('says by name and by shape what stands where', async () => {
  const { container } = await shown()
  expect(screen.getByRole('region', { name: '附近的问题' })).toBeTruthy()
  for (const { label } of markers) expect(screen.getByRole('button', { name: label })).toBeTruthy()
  const drawings = [...container.querySelectorAll('.map__pin svg')].map(({ innerHTML }) => innerHTML)
  expect(new Set(drawings).size).toBe(3)
})

it('tells which marker was pressed, by a finger or by the keyboard', async () => {
  const onMarkerPress = jest.fn()
  await shown({ onMarkerPress })
  const pin = screen.getByRole('button', { name: '道路破损，已办结' })
  expect(pin.tabIndex).toBe(0)
  fireEvent.click(pin)
  fireEvent.keyDown(pin, { key: 'Enter' })
  fireEvent.keyDown(pin, { key: 'a' })
  expect(onMarkerPress.mock.calls).toEqual([['b'], ['b']])
})

it('keeps the marker that has the focus when others come and go', async () => {
  const { change } = await shown()
  const pin = screen.getByRole('button', { name: '暴露垃圾，正在处理' })
  pin.focus()
  await change({ markers: [{ ...markers[0], isChosen: true } as MapMarker] })
  expect(document.activeElement).toBe(pin)
  expect(pin.className).toContain('map__pin--chosen')
  expect(screen.queryByRole('button', { name: '道路破损，已办结' })).toBeNull()
})

it('says at the beginning what it shows, and goes closer where many lie together', async () => {
  const onMove = jest.fn()
  await shown({ markers: [], cells, onMove })
  expect(onMove).toHaveBeenCalledTimes(1)
  expect(onMove.mock.calls[0]?.[1]).toBe(16)
  fireEvent.click(screen.getByRole('button', { name: '这一带有 1234 件' }))
  await loaded()
  expect(onMove.mock.lastCall?.[1]).toBe(18)
  const [{ west, east, south, north }] = onMove.mock.lastCall ?? []
  expect((west + east) / 2).toBeCloseTo(121.48, 4)
  expect((south + north) / 2).toBeCloseTo(31.24, 4)
})

it('picks the position in its middle after it was moved, and follows its own choice without moving', async () => {
  const onPick = jest.fn()
  const { change } = await shown({ markers: [], onPick })
  expect(onPick).not.toHaveBeenCalled()
  const there = { longitude: 121.5, latitude: 31.2 }
  await change({ centre: there })
  expect(onPick).toHaveBeenLastCalledWith(there)
  const times = onPick.mock.calls.length
  await change({ centre: { ...there } })
  expect(onPick).toHaveBeenCalledTimes(times)
})

it('needs no tiles: lines and districts say where one is', async () => {
  const { container } = await shown()
  expect(container.querySelector('.leaflet-control-scale-line')).toBeTruthy()
  expect(screen.getByText('黄浦')).toBeTruthy()
})

it('goes away while it is still loading', async () => {
  const { unmount } = render(<MapView label="附近的问题" centre={centre} zoom={16} />)
  unmount()
  await loaded()
  expect(screen.queryByRole('region')).toBeNull()
})

describe('in WeChat', () => {
  const seen = {
    southwest: { longitude: 121.46, latitude: 31.22 },
    northeast: { longitude: 121.48, latitude: 31.24 },
  }
  const native = {
    getRegion: jest.fn(({ success }: { success: (region: typeof seen) => void }) => success(seen)),
    getScale: jest.fn(({ success }: { success: (answer: { scale: number }) => void }) =>
      success({ scale: 15.6 }),
    ),
    getCenterLocation: jest.fn(({ success }: { success: (position: typeof centre) => void }) =>
      success(centre),
    ),
    includePoints: jest.fn(),
  }
  const bounds = { west: 121.46, south: 31.22, east: 121.48, north: 31.24 }
  beforeEach(() => jest.mocked(Taro.createMapContext).mockReturnValue(native as never))

  const open = async (props: Partial<MapProps>) => {
    render(<WechatMap label="附近的问题" centre={centre} zoom={16} {...props} />)
    await loaded()
  }

  it('says at the beginning and after a move what it shows', async () => {
    const onMove = jest.fn()
    await open({ onMove })
    expect(onMove.mock.calls).toEqual([[bounds, 16]])
    fireEvent.click(screen.getByRole('button', { name: '移动地图' }))
    await loaded()
    expect(onMove).toHaveBeenCalledTimes(2)
  })

  it('tells which marker was pressed, and goes closer where many lie together', async () => {
    const onMarkerPress = jest.fn()
    await open({ markers, cells, onMarkerPress })
    fireEvent.click(screen.getByRole('button', { name: '道路破损，已办结' }))
    expect(onMarkerPress.mock.calls).toEqual([['b']])
    fireEvent.click(screen.getByRole('button', { name: '这一带有 1234 件' }))
    await loaded()
    const [{ points }] = native.includePoints.mock.calls[0] as [{ points: (typeof centre)[] }]
    expect((points[0]?.longitude ?? 0) + (points[1]?.longitude ?? 0)).toBeCloseTo(2 * 121.48, 6)
  })

  it('picks the position in its middle', async () => {
    const onPick = jest.fn()
    await open({ onPick })
    fireEvent.click(screen.getByRole('button', { name: '移动地图' }))
    await loaded()
    expect(onPick).toHaveBeenLastCalledWith(centre)
  })
})

describe('the ground', () => {
  const tiles = { url: 'https://tiles.example/{z}/{x}/{y}.png', attribution: '© 示例' }

  it('of tiles in WGS-84 is turned, there and back', async () => {
    const { toGround, fromGround } = await loadGround({ ...tiles, datum: 'wgs84' })
    // People's Square as GCJ-02 and WGS-84: 121.4737/31.2304 lies at about 121.4692/31.2323.
    const turned = toGround({ longitude: 121.4737, latitude: 31.2304 })
    expect(turned.longitude).toBeCloseTo(121.4692, 3)
    expect(turned.latitude).toBeCloseTo(31.2323, 3)
    const back = fromGround(turned)
    expect(back.longitude).toBeCloseTo(121.4737, 5)
    expect(back.latitude).toBeCloseTo(31.2304, 5)
  })

  it('of tiles in GCJ-02 is left as it is', async () => {
    const { toGround } = await loadGround({ ...tiles, datum: 'gcj02' })
    expect(toGround(centre)).toEqual(centre)
  })
})
