/** @jest-environment jsdom */
import type { CampaignSummary } from '@contract/voting'
import Taro from '@tarojs/taro'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { Answered } from '@/components/answered'
import { CampaignCard } from '@/components/campaignCard'
import { PrivacyConsent } from '@/components/privacyConsent'
import { RankRow } from '@/components/rankRow'
import { requireConsent } from '@/privacy/consent'

const NOW = Date.UTC(2026, 10, 21, 4)

const aCampaign = (part: Partial<CampaignSummary>): CampaignSummary => ({
  campaignId: 'C1',
  name: '选树',
  cityCode: '310000',
  organiser: '市绿化市容局',
  isDemo: false,
  coverUrl: null,
  votingOpensAt: NOW - 86_400_000,
  votingClosesAt: NOW + 3 * 86_400_000,
  votingState: 'open',
  candidateCount: 30,
  kind: 'organisations',
  nominationOpensAt: null,
  nominationClosesAt: null,
  ...part,
})

describe('CampaignCard', () => {
  it('says in words how long there is still time, and opens the campaign', () => {
    render(<CampaignCard campaign={aCampaign({})} now={NOW} />)
    const card = screen.getByRole('button', { name: /^选树 正在投票 还剩 3 天/ })
    fireEvent.click(card)
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: expect.stringContaining('campaignId=C1') })
  })

  it('marks made-up data', () => {
    const { container } = render(<CampaignCard campaign={aCampaign({ isDemo: true })} now={NOW} />)
    expect(container.textContent).toContain('示例数据')
  })
})

describe('RankRow', () => {
  it('says how a place among equal votes was decided', () => {
    const { container } = render(
      <RankRow rank={2} name="商户自律会" place="静安区" votes={1234} note="票数相同，登记早的在前" />,
    )
    expect(container.textContent).toBe('2商户自律会静安区 · 票数相同，登记早的在前1,234 票')
  })
})

describe('Answered', () => {
  it('hands on only what was answered', () => {
    const refresh = jest.fn()
    const { rerender } = render(
      <Answered answer={{ state: { status: 'loading' }, refresh }} skeleton={<p>骨架</p>}>
        {(value: string) => <p>{value}</p>}
      </Answered>,
    )
    expect(screen.getByText('骨架')).toBeTruthy()
    rerender(
      <Answered answer={{ state: { status: 'ready', value: '三千张' }, refresh }} skeleton={<p>骨架</p>}>
        {(value: string) => <p>{value}</p>}
      </Answered>,
    )
    expect(screen.getByText('三千张')).toBeTruthy()
  })
})

describe('PrivacyConsent', () => {
  it('asks again after a refusal, and never again after consent', async () => {
    render(<PrivacyConsent />)
    const ask = async (button: string) => {
      let asked = Promise.resolve(false)
      act(() => {
        asked = requireConsent()
      })
      fireEvent.click(await screen.findByRole('button', { name: button }))
      return asked
    }
    expect(await ask('不同意，先不用这项功能')).toBe(false)
    expect(await ask('同意')).toBe(true)
    expect(await requireConsent()).toBe(true)
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})
