import { addressWords } from '@/components/placeName/names'

const PATH = ['上海市', '静安区', '南京西路街道']

test.each([
  ['静安区南京西路街道示例路口', '静安区南京西路街道示例路口'],
  ['上海市静安区示例路口', '南京西路街道 上海市静安区示例路口'],
  ['示例路口', '静安区 南京西路街道 示例路口'],
  ['', '静安区 南京西路街道'],
])('an address “%s” is told with what it does not name itself: “%s”', (address, words) => {
  expect(addressWords(PATH, address)).toBe(words)
})
