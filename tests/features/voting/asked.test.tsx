/** @jest-environment jsdom */
import { fireEvent, render, screen } from '@testing-library/react'
import { QuestionCard } from '@/features/voting/components/questionCard'
import { ReceiptCard } from '@/features/voting/components/receiptCard'
import { receiptWords } from '@/features/voting/receiptWords'

const question = { questionId: 'Q', text: '下面哪一个是动物？', options: ['老虎', '苹果', '汽车', '下雨'] }

describe('the question before a ballot', () => {
  it('is answered by one press on an option', () => {
    const handleAnswer = jest.fn()
    render(<QuestionCard question={question} wasWrong={false} isSending={false} onAnswer={handleAnswer} />)
    fireEvent.click(screen.getByRole('button', { name: '汽车' }))
    expect(handleAnswer).toHaveBeenCalledWith({ questionId: 'Q', option: 2 })
  })

  it('says plainly that an answer was wrong, and that the ballot is not lost', () => {
    render(<QuestionCard question={question} wasWrong isSending={false} onAnswer={jest.fn()} />)
    expect(screen.getByText('刚才答得不对')).toBeTruthy()
    expect(screen.getByText(/选票还在/)).toBeTruthy()
  })
})

describe('a receipt', () => {
  const LOOKED_AT = ['pending', 'notCounted', 'struck'] as const

  it('says in words of its own what has become of the ballot', () => {
    const texts = Object.values(receiptWords).map(({ text }) => text)
    expect(new Set(texts).size).toBe(texts.length)
  })

  it.each(LOOKED_AT)('of a ballot that is %s says what it means', (state) => {
    expect(receiptWords[state].line).toBeTruthy()
  })

  it('of a struck ballot says why, and whom to ask', () => {
    const receipt = {
      campaignId: 'C',
      campaignName: '示例活动',
      trackingCode: '7K2M-Q9XA-33TD-VB8C',
      castAt: 0,
      state: 'struck' as const,
      reason: '同一地址集中投票',
      day: null,
    }
    render(<ReceiptCard receipt={receipt} />)
    expect(screen.getByText(/同一地址集中投票/)).toBeTruthy()
    expect(screen.getByText(/主办单位/)).toBeTruthy()
  })
})
