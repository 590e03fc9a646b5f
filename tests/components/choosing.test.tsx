/** @jest-environment jsdom */
import { fireEvent, render, screen } from '@testing-library/react'
import { type Choice, ChoiceField } from '@/components/choiceField'
import { DateTimeField } from '@/components/dateTimeField'
import { cityTimeOf, momentOf } from '@/components/dateTimeField/cityTime'

const choices = (count: number): Choice<string>[] =>
  Array.from({ length: count }, (_, index) => ({ value: `v${index}`, text: `第 ${index} 类` }))

describe('ChoiceField', () => {
  it('has up to five choices in sight and tells which is chosen', () => {
    const onChange = jest.fn()
    render(<ChoiceField label="问题类别" choices={choices(5)} value="v1" onChange={onChange} />)
    expect(screen.getByRole('radiogroup', { name: '问题类别' })).toBeTruthy()
    const checked = screen.getAllByRole('radio').map((radio) => radio.getAttribute('aria-checked'))
    expect(checked).toEqual(['false', 'true', 'false', 'false', 'false'])
    fireEvent.click(screen.getByRole('radio', { name: '第 4 类' }))
    expect(onChange).toHaveBeenCalledWith('v4')
  })

  it('opens more than five over the page, and closes once one is chosen', () => {
    const onChange = jest.fn()
    render(<ChoiceField label="问题类别" choices={choices(6)} value={null} onChange={onChange} />)
    expect(screen.queryByRole('radio')).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: '问题类别，请选择' }))
    fireEvent.click(screen.getByRole('radio', { name: '第 5 类' }))
    expect(onChange).toHaveBeenCalledWith('v5')
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('says what a choice means, and what is wrong in place of the help', () => {
    const shared = { label: '处理', value: null, help: '会告诉提交的人', onChange: jest.fn() }
    const withLine = [{ value: 'a', text: '退回', line: '请对方补充' }]
    const { container, rerender } = render(<ChoiceField {...shared} choices={withLine} />)
    expect(screen.getByRole('radio', { name: '退回，请对方补充' })).toBeTruthy()
    rerender(<ChoiceField {...shared} choices={withLine} error="请选择怎样处理" />)
    expect(screen.getByRole('alert').textContent).toBe('请选择怎样处理')
    expect(container.textContent).not.toContain('会告诉提交的人')
  })
})

/** 2026-11-15 18:00 in the city. */
const EVENING = Date.UTC(2026, 10, 15, 10)

describe('the clock of the city', () => {
  it.each([
    [EVENING, { date: '2026-11-15', clock: '18:00' }],
    [Date.UTC(2026, 10, 14, 16), { date: '2026-11-15', clock: '00:00' }],
    [Date.UTC(2026, 11, 31, 15, 59), { date: '2026-12-31', clock: '23:59' }],
  ])('shows %p as %p, and back', (time, words) => {
    expect(cityTimeOf(time)).toEqual(words)
    expect(momentOf(words)).toBe(time)
  })

  it('takes a date half typed for none', () => {
    expect(momentOf({ date: '', clock: '09:00' })).toBeNull()
  })
})

describe('DateTimeField', () => {
  const change = (name: string, value: string) =>
    fireEvent.change(screen.getByLabelText(name), { target: { value } })

  it('asks for the hour once there is a day, which begins when offices open', () => {
    const onChange = jest.fn()
    const { container, rerender } = render(
      <DateTimeField label="开始" hasTime value={null} onChange={onChange} />,
    )
    expect(screen.queryByLabelText('开始 时间')).toBeNull()
    change('开始 日期', '2026-11-15')
    expect(onChange).toHaveBeenLastCalledWith(Date.UTC(2026, 10, 15, 1))
    rerender(<DateTimeField label="开始" hasTime value={Date.UTC(2026, 10, 15, 1)} onChange={onChange} />)
    change('开始 时间', '18:00')
    expect(onChange).toHaveBeenLastCalledWith(EVENING)
    rerender(<DateTimeField label="开始" hasTime value={EVENING} onChange={onChange} />)
    expect(container.textContent).toContain('11月15日 周日 18:00')
    change('开始 日期', '2026-11-16')
    expect(onChange).toHaveBeenLastCalledWith(EVENING + 86_400_000)
  })

  it('gives a day alone as its first moment, within the days allowed', () => {
    const onChange = jest.fn()
    render(<DateTimeField label="到期日" value={null} from={EVENING} until={EVENING} onChange={onChange} />)
    const input = screen.getByLabelText<HTMLInputElement>('到期日')
    expect([input.min, input.max]).toEqual(['2026-11-15', '2026-11-15'])
    change('到期日', '2026-11-15')
    expect(onChange).toHaveBeenCalledWith(Date.UTC(2026, 10, 14, 16))
  })

  it('can be emptied', () => {
    const onChange = jest.fn()
    render(<DateTimeField label="到期日" value={EVENING} onChange={onChange} />)
    fireEvent.click(screen.getByRole('button', { name: '清除到期日' }))
    expect(onChange).toHaveBeenCalledWith(null)
  })
})
