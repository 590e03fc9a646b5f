import { placeInText } from '../../../cloudfunctions/platform/placesInText'

const SHANGHAI = '310000'

describe('places that an address names', () => {
  test.each([
    ['静安区', '310106'],
    ['上海市静安区石门二路街道新闸路 100 号', '310106011'],
    ['石门二路街道', '310106011'],
    ['松江区九亭镇某路 5 弄', '310117107'],
    ['黄浦区南京东路街道云南中路居委门口', '310101002001'],
    ['云南中路居民委员会旁边', '310101002001'],
    ['崇明区新桥村委会', '310151110202'],
  ])('%s is %s', (text, code) => {
    expect(placeInText(text, SHANGHAI)).toBe(code)
  })

  test.each(['', '南京西路 1038 号', '云南中路 100 号', '某小区门口', '石门二路街'])(
    '“%s” names none of them',
    (text) => {
      expect(placeInText(text, SHANGHAI)).toBeNull()
    },
  )

  test('a name that two places bear is decided by the district that is named, and by nothing else', () => {
    expect(placeInText('新桥居委', SHANGHAI)).toBeNull()
    expect(placeInText('黄浦区新桥居委', SHANGHAI)).toBe('310101002006')
  })

  test('what lies outside of the area is not found', () => {
    expect(placeInText('石门二路街道', '310115')).toBeNull()
  })
})
