/** @jest-environment jsdom */
import { fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { Field } from '@/components/field'
import { SearchField } from '@/components/searchField'

const Search = ({ onChange }: { onChange: (value: string) => void }) => {
  const [value, setValue] = useState('')
  const change = (next: string) => {
    setValue(next)
    onChange(next)
  }
  return <SearchField value={value} placeholder="搜索组织名称" maxLength={30} onChange={change} />
}

describe('SearchField', () => {
  it('can be emptied once something is typed', () => {
    const onChange = jest.fn()
    render(<Search onChange={onChange} />)
    expect(screen.queryByRole('button')).toBeNull()
    fireEvent.change(screen.getByLabelText('搜索组织名称'), { target: { value: '商户' } })
    fireEvent.click(screen.getByRole('button', { name: '清除搜索' }))
    expect(onChange.mock.calls).toEqual([['商户'], ['']])
  })
})

describe('Field', () => {
  it('shows the error in place of the help and keeps what was typed', () => {
    const shared = { label: '原因', value: '笔误', maxLength: 200, help: '会公开', onChange: jest.fn() }
    const { container, rerender } = render(<Field {...shared} />)
    expect(container.textContent).toContain('会公开')
    rerender(<Field {...shared} error="请写明原因" />)
    expect(container.textContent).not.toContain('会公开')
    expect(screen.getByRole('alert').textContent).toBe('请写明原因')
    expect(screen.getByLabelText<HTMLInputElement>('原因，请写明原因').value).toBe('笔误')
  })

  it('counts the characters of a long text', () => {
    const { container } = render(
      <Field label="工作实绩" value="清扫街面" maxLength={3000} isLong onChange={jest.fn()} />,
    )
    expect(container.textContent).toContain('4/3000 字')
  })
})
