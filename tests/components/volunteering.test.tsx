/** @jest-environment jsdom */
import Taro from '@tarojs/taro'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { ActivityRow } from '@/components/activityRow'
import { SignUpCard } from '@/components/signUpCard'
import { aSignUp, aSummary, HOUR, NOW } from '../features/volunteering/anActivity'

const navigateTo = jest.mocked(Taro.navigateTo)
const noChange = () => Promise.resolve()

beforeEach(() => jest.clearAllMocks())

describe('ActivityRow', () => {
  it('is read aloud with everything that it shows, and leads to the activity', () => {
    render(<ActivityRow activity={aSummary({ distance: 420, taken: 1 })} />)
    const row = screen.getByRole('button', {
      name: '13:00 至 15:00 路口文明引导 420 米 · 示例路口 示例服务队 还有 1 个名额',
    })
    fireEvent.click(row)
    expect(navigateTo).toHaveBeenCalledWith({
      url: '/features/volunteering/pages/activity/index?activityId=s-20261121',
    })
  })

  it('has no empty place for a photo that there is not', () => {
    const { container } = render(<ActivityRow activity={aSummary()} />)
    expect(container.querySelector('.photo')).toBeNull()
  })
})

describe('SignUpCard', () => {
  const shown = (changes: Parameters<typeof aSignUp>[0], now = NOW) =>
    render(<SignUpCard signUp={aSignUp(changes)} now={now} onChanged={noChange} />)

  it('says what was signed up for and how it stands', () => {
    shown({ state: 'waiting', placeInLine: 2 })
    expect(screen.getByText('候补中')).toBeTruthy()
    expect(screen.getByText('候补第 2 位')).toBeTruthy()
    expect(screen.getAllByRole('button')).toHaveLength(1)
  })

  it('confirms a seat that is kept, and says how long it is kept', async () => {
    const sent: unknown[] = []
    global.fetch = jest.fn(async (_address, options) => {
      sent.push(JSON.parse(String(options?.body)))
      const result = { ok: true, value: {} }
      return { ok: true, status: 200, json: async () => ({ result }) } as Response
    })
    shown({ state: 'offered', confirmBy: NOW + 2 * HOUR })
    expect(screen.getByText('名额留到今天 12:00，还剩 2 小时')).toBeTruthy()
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '确认参加' })))
    expect(sent).toMatchObject([{ method: 'confirmSeat', input: { activityId: 's-20261121' } }])
  })

  it.each([
    [1, null],
    [2, '现场签到'],
    [5.5, '现场签退'],
    [8, null],
  ])('%s hours from now offers %s', (hours, words) => {
    shown({}, NOW + hours * HOUR)
    const names = screen.getAllByRole('button').map((button) => button.textContent)
    expect(names.filter((name) => name?.startsWith('现场'))).toEqual(words === null ? [] : [words])
  })

  it('offers nothing on site when the activity is cancelled', () => {
    shown({ activityState: 'cancelled' }, NOW + 3 * HOUR)
    expect(screen.getByText('活动取消')).toBeTruthy()
    expect(screen.queryByText('现场签到')).toBeNull()
  })
})
