/** @jest-environment jsdom */
import { act, fireEvent, render, screen, within } from '@testing-library/react'
import { Page } from '@/components/page'
import { type Column, Table } from '@/components/table'
import { aWindow } from '../support/jest/window'

interface Office {
  name: string
  waiting: number
}

const OFFICES: Office[] = [
  { name: '南京东路街道', waiting: 9 },
  { name: '外滩街道', waiting: 120 },
  { name: '半淞园路街道', waiting: 30 },
]

const COLUMNS: [Column<Office>, ...Column<Office>[]] = [
  { key: 'name', title: '街道', show: ({ name }) => name },
  {
    key: 'waiting',
    title: '待办',
    align: 'end',
    show: ({ waiting }) => `${waiting} 件`,
    sortBy: ({ waiting }) => waiting,
  },
]

const show = (onPress?: (office: Office) => void) =>
  render(
    <Page title="工作台" isTab isWide>
      <Table
        label="各街道待办"
        columns={COLUMNS}
        rows={OFFICES}
        keyOf={({ name }) => name}
        onPress={onPress}
      />
    </Page>,
  )

const names = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('cell')[0]?.textContent)

describe('on a wide page', () => {
  beforeEach(() => {
    jest.useFakeTimers()
    aWindow({ isWide: true })
  })
  afterEach(() => jest.useRealTimers())

  it('is a table to a screen reader', () => {
    show()
    const table = screen.getByRole('table', { name: '各街道待办' })
    expect(within(table).getAllByRole('columnheader')).toHaveLength(2)
    expect(within(table).getAllByRole('row')).toHaveLength(4)
    expect(within(table).getByText('120 件')).toBeTruthy()
  })

  it('sorts by number, upwards, downwards, and back, and says so', async () => {
    show()
    const press = async () => {
      fireEvent.click(screen.getByRole('button', { name: '按待办排序' }))
      await act(() => jest.advanceTimersByTimeAsync(1000))
    }
    const sort = () => screen.getAllByRole('columnheader')[1]?.getAttribute('aria-sort')
    expect(sort()).toBe('none')
    await press()
    expect([sort(), names()]).toEqual(['ascending', ['南京东路街道', '半淞园路街道', '外滩街道']])
    await press()
    expect([sort(), names()]).toEqual(['descending', ['外滩街道', '半淞园路街道', '南京东路街道']])
    await press()
    expect([sort(), names()]).toEqual(['none', OFFICES.map(({ name }) => name)])
  })

  it('offers no sorting where a column has no order', () => {
    show()
    expect(screen.queryByRole('button', { name: '按街道排序' })).toBeNull()
    expect(screen.getAllByRole('columnheader')[0]?.hasAttribute('aria-sort')).toBe(false)
  })

  it('opens a row by its name', () => {
    const onPress = jest.fn()
    show(onPress)
    fireEvent.click(screen.getByRole('link', { name: '外滩街道' }))
    expect(onPress).toHaveBeenCalledWith(OFFICES[1])
  })
})

describe('on a narrow page', () => {
  it('is a card for each row, with the titles beside the values', () => {
    aWindow({ isWide: false })
    const onPress = jest.fn()
    show(onPress)
    expect(screen.queryByRole('table')).toBeNull()
    const card = screen.getByRole('button', { name: /外滩街道/ })
    expect(card.textContent).toBe('外滩街道待办120 件')
    fireEvent.click(card)
    expect(onPress).toHaveBeenCalledWith(OFFICES[1])
  })
})
