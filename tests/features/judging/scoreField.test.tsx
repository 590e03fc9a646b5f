/** @jest-environment jsdom */
import { fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { ScoreField } from '@/features/judging/components/scoreField'

const Field = ({ isAsked = false }: { isAsked?: boolean }) => {
  const [value, setValue] = useState('')
  return <ScoreField name="自律成效" points={60} value={value} isAsked={isAsked} onChange={setValue} />
}

const input = () => screen.getByRole<HTMLInputElement>('textbox')
const type = (text: string) => fireEvent.change(input(), { target: { value: text } })
const trouble = () => screen.queryByRole('alert')?.textContent ?? null

it('asks for a keypad with a point, and keeps a point that is being typed', () => {
  render(<Field />)
  expect(input().inputMode).toBe('decimal')
  type('8.')
  expect(input().value).toBe('8.')
})

it('takes the keys of a Chinese keyboard', () => {
  render(<Field />)
  type('５５。２５')
  expect(input().value).toBe('55.25')
  expect(trouble()).toBeNull()
})

it('says at once what is too much, and keeps it there to be corrected', () => {
  render(<Field />)
  type('60.01')
  expect(trouble()).toBe('最多 60 分')
  expect(input().value).toBe('60.01')
  expect(screen.getByLabelText('自律成效，最多 60 分')).toBe(input())
})

it('blames nobody for an empty field before saving was tried', () => {
  const { rerender } = render(<Field />)
  expect(trouble()).toBeNull()
  rerender(<Field isAsked />)
  expect(trouble()).toBe('请填写这一项的分数')
})

it('counts every press of a step', () => {
  render(<Field />)
  const less = screen.getByRole('button', { name: '自律成效减 1 分' })
  for (let press = 0; press < 3; press++) fireEvent.click(less)
  expect(input().value).toBe('57')
  fireEvent.click(screen.getByRole('button', { name: '自律成效加 1 分' }))
  expect(input().value).toBe('58')
})
