import type { Catalogue } from '../../../contract/cases/categories'
import { CITY_APPEARANCE } from './defaultCategories/cityAppearance'
import { STREETS } from './defaultCategories/streets'

/**
 * What a deployment begins with, until staff save a version of their own.
 *
 * National codes: 大类 and 小类 of 事件 in GB/T 30428.2-2013, four digits, and only where at least two independent
 * public sources give the same pair; everything else is null. The sources:
 * (a) event types of an open-source reporting program for WeChat, numbered as the standard does (市容环境 1: 暴露垃圾 2,
 *     积存垃圾渣土 3, 道路不洁 4, 水域不洁 5, 绿地脏乱 6, 废弃车辆 7, 废弃家具设施 8; 宣传广告 2: 非法小广告 1; 突发事件 4:
 *     路面塌陷 1, 下水道堵塞或破损 4; 街面秩序 5: 无照经营游商 1, 占道废品收购 3, 店外经营 4, 机动车乱停放 5, 非机动车乱停放 6,
 *     乱堆物堆料 7);
 * (b) the category table of a city's open-source client (200102 暴露垃圾 … 200507 乱堆物堆料): the same pairs;
 * (c) 济源市数字化城市管理城市事件信息采集、立案、处置与结案标准 (ishare.iask.com/f/2gaIATvprR5): 市容环境 02–06;
 * (d) 数字化城市管理立案、结案标准（事件类） (renrendoc.com/paper/191493937): 01 市容环境 02 暴露垃圾.
 * Given by one source alone, so null here: 道路破损 0110, 道路积水 0406, 沿街晾挂 0511. Components (部件: 井盖, 公厕,
 * 果皮箱) share these numbers with events and are left out, so that a code means one thing.
 * GB/T 47678.5-2026 is said to have replaced that standard on 2026-07-01, with codes of five digits; only one public
 * source names them, so they are not here. Staff can enter either.
 *
 * Time limits: (d) has 暴露垃圾 4 工作时, 渣土 2 工作日, 道路保洁 2–4 工作时, 路面积水 4 工作时, 绿地保洁 4 工作时, 绿地养护
 * 5 工作日; (c) has 道路不洁 5 工作时. Where `basis` says 建议值, the limit is ours. Default duties are by 附件2.
 */
export const DEFAULT_CATALOGUE: Catalogue = {
  version: 0,
  categories: [...CITY_APPEARANCE, ...STREETS],
}
