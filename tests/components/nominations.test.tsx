/** @jest-environment jsdom */
import { FORM_FIELDS } from '@contract/campaigns'
import Taro from '@tarojs/taro'
import { fireEvent, render, screen } from '@testing-library/react'
import { Field } from '@/components/field'
import { FilledForm } from '@/components/filledForm'
import { MonthField } from '@/components/monthField'

jest.mock('@/cloud/call', () => ({ call: async () => ({ ok: true, value: { places: [] } }) }))

describe('MonthField', () => {
  it('is filled in by month, not later than it may be, and tells what is wrong', () => {
    const onChange = jest.fn()
    const shared = { label: '成立时间', value: '2019-05', until: Date.UTC(2026, 10, 30, 16), onChange }
    const { rerender } = render(<MonthField {...shared} help="选年和月" />)
    const input = screen.getByLabelText<HTMLInputElement>('成立时间')
    expect([input.type, input.value, input.max]).toEqual(['month', '2019-05', '2026-12'])
    fireEvent.change(input, { target: { value: '2020-01' } })
    expect(onChange).toHaveBeenCalledWith('2020-01')
    expect(screen.getByText('选年和月')).toBeTruthy()
    rerender(<MonthField {...shared} help="选年和月" error="不能晚于这个月" />)
    expect(screen.queryByText('选年和月')).toBeNull()
    expect(screen.getByRole('alert').textContent).toBe('不能晚于这个月')
    expect(screen.getByLabelText('成立时间，不能晚于这个月')).toBe(input)
  })
})

describe('Field', () => {
  it('counts as it is told, in place of characters', () => {
    const shared = { label: '工作实绩', value: '一二三', maxLength: 10, isLong: true, onChange: jest.fn() }
    const { container } = render(<Field {...shared} counter="已写 3 字" />)
    expect(container.textContent).toContain('已写 3 字')
    expect(container.textContent).not.toContain('3/10')
  })
})

describe('FilledForm', () => {
  const photo = { photoId: 'P1', kind: 'group', description: '合影', width: 2480, height: 3508 } as const
  const nomination = {
    name: '示例会',
    placeCode: '310106',
    summary: '一句话',
    values: { units: 1200, foundedIn: '2019-05', achievements: '清扫门前' },
    photos: [{ ...photo, listUrl: 'list', pageUrl: 'page' }],
  }
  const fields = (['foundedIn', 'units', 'leader', 'achievements'] as const).map((key) => ({
    key,
    isRequired: true,
    ...FORM_FIELDS[key],
  }))
  const shared = { nomination, kind: 'organisations', fields } as const

  it('reads as words: months, numbers with units, what is empty, how long a text is', () => {
    const { container } = render(<FilledForm {...shared} />)
    for (const words of ['2019年5月', '1,200 家', '静安区', '没有填', '工作实绩（4 字）', '2480×3508'])
      expect(container.textContent).toContain(words)
  })

  it('does not give what is sealed, and tells the reasons of a reviewer', () => {
    const { container } = render(
      <FilledForm
        {...shared}
        sealedWords="加密保存"
        reasons={{ units: '与台账不符', achievements: '太短', photos: '太暗' }}
      />,
    )
    for (const words of ['加密保存', '组织规模——与台账不符', '要修改：太短', '要修改：太暗'])
      expect(container.textContent).toContain(words)
  })

  it('shows a photo large when it is pressed', () => {
    render(<FilledForm {...shared} />)
    fireEvent.click(screen.getByRole('button', { name: '放大集体照：合影' }))
    expect(Taro.previewImage).toHaveBeenCalledWith({ current: 'page', urls: ['page'] })
  })
})
