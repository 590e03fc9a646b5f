import type { Position } from '@contract/cases/cases'

/**
 * Names on plain ground, so that one knows roughly where one is: each about where its district's government is, to the
 * hundredth of a degree (1 km). Not for finding anything.
 */
export const DISTRICT_MARKS: readonly (Position & { name: string })[] = [
  { name: '黄浦', longitude: 121.48, latitude: 31.23 },
  { name: '徐汇', longitude: 121.44, latitude: 31.19 },
  { name: '长宁', longitude: 121.42, latitude: 31.22 },
  { name: '静安', longitude: 121.45, latitude: 31.25 },
  { name: '普陀', longitude: 121.4, latitude: 31.25 },
  { name: '虹口', longitude: 121.5, latitude: 31.27 },
  { name: '杨浦', longitude: 121.53, latitude: 31.28 },
  { name: '闵行', longitude: 121.38, latitude: 31.11 },
  { name: '宝山', longitude: 121.49, latitude: 31.4 },
  { name: '嘉定', longitude: 121.27, latitude: 31.38 },
  { name: '浦东', longitude: 121.54, latitude: 31.22 },
  { name: '金山', longitude: 121.34, latitude: 30.74 },
  { name: '松江', longitude: 121.23, latitude: 31.03 },
  { name: '青浦', longitude: 121.12, latitude: 31.15 },
  { name: '奉贤', longitude: 121.47, latitude: 30.92 },
  { name: '崇明', longitude: 121.4, latitude: 31.62 },
]
