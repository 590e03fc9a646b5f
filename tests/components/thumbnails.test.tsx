/** @jest-environment jsdom */
import Taro from '@tarojs/taro'
import { fireEvent, render, screen } from '@testing-library/react'
import { Thumbnails } from '@/components/thumbnails'

it('shows the picture that was tapped large, among the others', () => {
  render(<Thumbnails urls={['/a.jpg', '/b.jpg']} name="意见" />)
  fireEvent.click(screen.getByRole('button', { name: '放大意见的第 2 张照片' }))
  expect(Taro.previewImage).toHaveBeenCalledWith({ current: '/b.jpg', urls: ['/a.jpg', '/b.jpg'] })
})

it('takes no room without pictures', () => {
  const { container } = render(<Thumbnails urls={[]} name="意见" />)
  expect(container.innerHTML).toBe('')
})
