/** @jest-environment jsdom */
import { act, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { NotifyMe } from '@/components/notifyMe'
import { ShareButton } from '@/components/shareButton'
import { Stars } from '@/components/stars'
import { WhereBar } from '@/components/whereBar'
import type { Where } from '@/components/whereBar/where'

/** What screens of street problems and of volunteering have in common. */

describe('Stars', () => {
  const Rating = () => {
    const [stars, setStars] = useState(0)
    return <Stars value={stars} onChange={setStars} />
  }

  it('says how many were chosen in words too', () => {
    render(<Rating />)
    expect(screen.getByText('点星星评价')).toBeTruthy()
    fireEvent.click(screen.getByRole('radio', { name: '4 星，满意' }))
    expect(screen.getByText('4 星，满意')).toBeTruthy()
    expect(screen.getAllByRole('radio').map((star) => star.getAttribute('aria-checked'))).toEqual([
      'false',
      'false',
      'false',
      'true',
      'false',
    ])
  })
})

describe('WhereBar', () => {
  const words = { here: '正在看：我附近', ask: '看看哪里的活动？', choose: '看哪个地区' }
  const shown = (where: Where) => {
    const onLookAround = jest.fn()
    render(<WhereBar words={words} where={where} onLookAround={onLookAround} onLookAt={jest.fn()} />)
    return onLookAround
  }

  it('asks in words before it asks the phone', () => {
    const onLookAround = shown({ kind: 'unknown' })
    expect(screen.getByText('看看哪里的活动？')).toBeTruthy()
    expect(onLookAround).not.toHaveBeenCalled()
    fireEvent.click(screen.getByRole('button', { name: '看我附近' }))
    expect(onLookAround).toHaveBeenCalledTimes(1)
  })

  const jingan = { code: '310106', level: 'district', path: ['上海市', '静安区'] } as const
  const places: [name: string, where: Where, said: string][] = [
    ['who refused', { kind: 'refused' }, '没有用定位，没关系：选一个地区一样可以看'],
    ['around somebody', { kind: 'here', position: { longitude: 121.4, latitude: 31.2 } }, '正在看：我附近'],
    ['a district', { kind: 'place', place: { ...jingan, path: [...jingan.path] } }, '正在看：静安区'],
  ]
  it.each(places)('says where one looks, and offers a district: %s', (_, where, said) => {
    shown(where)
    expect(screen.getByText(said)).toBeTruthy()
    expect(screen.getByRole('button', { name: '选择地区' })).toBeTruthy()
  })
})

describe('passing on and being told', () => {
  const templates = [
    { kind: 'activityMoved', templateId: 'moved', term: 'once', isAgreed: false },
    { kind: 'caseMoved', templateId: 'case', term: 'once', isAgreed: false },
  ]
  const asked: { method: string; input: unknown }[] = []
  beforeEach(() => {
    asked.length = 0
    global.fetch = jest.fn(async (_address, options) => {
      const event = JSON.parse(String(options?.body)) as (typeof asked)[number]
      asked.push(event)
      const value = event.method === 'getSettings' ? { templates, quietHours: null } : {}
      return { ok: true, status: 200, json: async () => ({ result: { ok: true, value } }) } as Response
    })
  })

  it('agrees to messages of the kinds that it is about, and to no others', async () => {
    await act(async () => void render(<NotifyMe kinds={['activityMoved']} words="有变化时" />))
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '有变化时微信通知我' })))
    expect(screen.getByText('有变化时微信会通知你')).toBeTruthy()
    const agreed = asked.filter(({ method }) => method === 'agree').map(({ input }) => input)
    expect(agreed).toEqual([{ kind: 'activityMoved', templateId: 'moved' }])
  })

  it('offers nothing where there is no template for it', async () => {
    await act(async () => void render(<NotifyMe kinds={['hoursMoved']} words="有变化时" />))
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('in a browser a page is passed on by its address', () => {
    render(<ShareButton />)
    expect(screen.getByRole('button', { name: '复制链接' })).toBeTruthy()
  })
})
