/** @jest-environment jsdom */
import { act, fireEvent, render, screen, within } from '@testing-library/react'
import { Page } from '@/components/page'
import { type Column, Table } from '@/components/table'
import { csvOf } from '@/components/table/csv'
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

const textOf = (file = new Blob()): Promise<string> =>
  new Promise((resolve) => {
    const reader = new FileReader()
    // As bytes: reading as text would take the mark away.
    reader.onload = () => {
      if (reader.result instanceof ArrayBuffer) resolve(Buffer.from(reader.result).toString('utf8'))
    }
    reader.readAsArrayBuffer(file)
  })

const show = (onPress?: (office: Office) => void, fileName?: string) =>
  render(
    <Page title="工作台" isTab isWide>
      <Table
        label="各街道待办"
        columns={COLUMNS}
        rows={OFFICES}
        keyOf={({ name }) => name}
        onPress={onPress}
        fileName={fileName}
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

describe('taken along', () => {
  const made: Blob[] = []
  const saved: { name: string; file: Blob | undefined }[] = []

  beforeAll(() => {
    Object.assign(URL, {
      createObjectURL: (file: Blob) => `blob:${made.push(file)}`,
      revokeObjectURL: () => undefined,
    })
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push({ name: this.download, file: made.at(-1) })
    })
  })
  afterAll(() => jest.restoreAllMocks())

  it('is saved in the order in which it is looked at, so that Excel takes it for UTF-8', async () => {
    aWindow({ isWide: true })
    show(undefined, '各街道待办 2026-11')
    const press = async (name: string) =>
      act(async () => void fireEvent.click(screen.getByRole('button', { name })))
    await press('按待办排序')
    await press('下载表格：各街道待办')
    expect(saved.map(({ name }) => name)).toEqual(['各街道待办 2026-11.csv'])
    expect(await textOf(saved[0]?.file)).toBe(
      '\uFEFF街道,待办\r\n南京东路街道,9 件\r\n半淞园路街道,30 件\r\n外滩街道,120 件',
    )
  })

  it('only where it has a name for the file, and only at a desk', () => {
    aWindow({ isWide: true })
    const { unmount } = show()
    expect(screen.queryByText('下载表格')).toBeNull()
    unmount()
    aWindow({ isWide: false })
    show(undefined, '各街道待办')
    expect(screen.queryByText('下载表格')).toBeNull()
  })

  it.each([
    ['=1+1', "'=1+1"],
    ['@sum', "'@sum"],
    ['-lookup', "'-lookup"],
    ['-1.5', '-1.5'],
    ['甲,乙', '"甲,乙"'],
    ['说"好"吧', '"说""好""吧"'],
    ['=a,b', `"'=a,b"`],
    ['两\n行', '"两\n行"'],
  ])('is no formula, and every cell stays one cell: %j', (name, cell) => {
    const columns: typeof COLUMNS = [{ key: 'name', title: '街道', show: (row) => row.name }]
    expect(csvOf({ columns, rows: [{ name, waiting: 0 }] }, null)).toBe(`街道\r\n${cell}`)
  })

  it('holds numbers as such, and what is sorted by where something else than words is shown', () => {
    const columns: typeof COLUMNS = [
      { key: 'name', title: '街道', show: ({ name }) => <b>{name}</b>, sortBy: ({ name }) => name },
      { key: 'waiting', title: '待办', show: () => '1,200 件', inFile: ({ waiting }) => waiting },
    ]
    const rows = [{ name: '外滩街道', waiting: 1200 }]
    expect(csvOf({ columns, rows }, null)).toBe('街道,待办\r\n外滩街道,1200')
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
