/** @jest-environment jsdom */
import { act, fireEvent, render, screen } from '@testing-library/react'
import { PositionSheet } from '@/components/positionSheet'

const here = { longitude: 121.4623, latitude: 31.2296 }

/** Leaflet and the ground are loaded first. */
const loaded = () => act(() => new Promise((resolve) => setTimeout(resolve, 50)))

it('hands over what lies under the pin, and says what is to lie there', async () => {
  const onChoose = jest.fn()
  render(<PositionSheet words="让图钉对准集合点。" from={here} onChoose={onChoose} onClose={jest.fn()} />)
  await loaded()
  expect(screen.getByText('让图钉对准集合点。')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '就是这里' }))
  const [chosen] = onChoose.mock.calls[0] as [typeof here]
  expect(chosen.longitude).toBeCloseTo(here.longitude, 4)
  expect(chosen.latitude).toBeCloseTo(here.latitude, 4)
})

it('closes without a choice', async () => {
  const [onChoose, onClose] = [jest.fn(), jest.fn()]
  render(<PositionSheet words="让图钉对准集合点。" from={null} onChoose={onChoose} onClose={onClose} />)
  await loaded()
  fireEvent.click(screen.getByRole('button', { name: '关闭' }))
  expect(onClose).toHaveBeenCalledTimes(1)
  expect(onChoose).not.toHaveBeenCalled()
})
