/** @jest-environment jsdom */
import { render, screen } from '@testing-library/react'
import { AnswerGiven } from '@/components/answerGiven'

describe('AnswerGiven', () => {
  it('says who answers, when, and what', () => {
    render(<AnswerGiven answer={{ text: '已经请街道处理。', at: Date.parse('2026-11-21T10:00:00+08:00') }} />)
    expect(screen.getByText(/^主办单位答复 · 11月21日/)).toBeTruthy()
    expect(screen.getByText('已经请街道处理。')).toBeTruthy()
  })

  it('is not there where nothing was answered', () => {
    const { container } = render(<AnswerGiven answer={null} />)
    expect(container.innerHTML).toBe('')
  })
})
