import type { Position } from '@contract/cases/cases'

/**
 * Names on plain ground, so that one knows roughly where one is: each about where its district's government is, to the
 * hundredth of a degree (1 km). Not for finding anything.
 */
export const DISTRICT_MARKS: readonly (Position & { code: string; name: string })[] = [
  { code: '310101', name: '黄浦', longitude: 121.48, latitude: 31.23 },
  { code: '310104', name: '徐汇', longitude: 121.44, latitude: 31.19 },
  { code: '310105', name: '长宁', longitude: 121.42, latitude: 31.22 },
  { code: '310106', name: '静安', longitude: 121.45, latitude: 31.25 },
  { code: '310107', name: '普陀', longitude: 121.4, latitude: 31.25 },
  { code: '310109', name: '虹口', longitude: 121.5, latitude: 31.27 },
  { code: '310110', name: '杨浦', longitude: 121.53, latitude: 31.28 },
  { code: '310112', name: '闵行', longitude: 121.38, latitude: 31.11 },
  { code: '310113', name: '宝山', longitude: 121.49, latitude: 31.4 },
  { code: '310114', name: '嘉定', longitude: 121.27, latitude: 31.38 },
  { code: '310115', name: '浦东', longitude: 121.54, latitude: 31.22 },
  { code: '310116', name: '金山', longitude: 121.34, latitude: 30.74 },
  { code: '310117', name: '松江', longitude: 121.23, latitude: 31.03 },
  { code: '310118', name: '青浦', longitude: 121.12, latitude: 31.15 },
  { code: '310120', name: '奉贤', longitude: 121.47, latitude: 30.92 },
  { code: '310151', name: '崇明', longitude: 121.4, latitude: 31.62 },
]

/** 人民广场: where a map begins that knows nothing. */
const CITY_CENTRE: Position = { longitude: 121.4737, latitude: 31.2304 }
const WHOLE_CITY = 10
const DISTRICT = 13
const DISTRICT_CODE_LENGTH = 6

/** Where a map of a place begins: about the middle of its district, or of the city. */
export function aboutPlace(placeCode: string): { centre: Position; zoom: number } {
  const found = DISTRICT_MARKS.find(({ code }) => code === placeCode.slice(0, DISTRICT_CODE_LENGTH))
  if (!found) return { centre: CITY_CENTRE, zoom: WHOLE_CITY }
  return { centre: { longitude: found.longitude, latitude: found.latitude }, zoom: DISTRICT }
}
