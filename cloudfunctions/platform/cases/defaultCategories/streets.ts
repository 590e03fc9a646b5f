import type { Category } from '../../../../contract/cases/categories'
import { BASIS, categoriesOf, choice, shortText, URGENT } from './common'

/** 道路设施, 绿化, 经营秩序, 停车秩序, 其他. */

const road = categoriesOf('road', [
  {
    categoryId: 'brokenRoad',
    name: '道路坑洼',
    description: '车行道有坑、裂缝、凸起',
    words: ['坑', '路面破损', '道路破损', '裂缝', '颠簸', '修路'],
    basis: BASIS.duty,
    handleHours: 16,
    defaultDuty: 'planning',
    questions: [choice('size', '大约多大', ['脸盆大小', '桌面大小', '更大'], false)],
  },
  {
    categoryId: 'brokenPavement',
    name: '人行道破损',
    description: '地砖松动、缺失，盲道断了或者被占',
    words: ['地砖', '盲道', '人行道', '翘起', '路沿石'],
    basis: BASIS.duty,
    handleHours: 24,
    defaultDuty: 'planning',
  },
  {
    categoryId: 'sunkenRoad',
    name: '路面塌陷',
    description: '路面下沉或者塌出了洞，车和人可能掉下去',
    words: ['塌陷', '下沉', '塌方', '地面塌了'],
    nationalCode: '0401',
    basis: BASIS.national,
    handleHours: 24,
    defaultDuty: 'planning',
    ...URGENT,
  },
  {
    categoryId: 'blockedSewer',
    name: '下水道堵塞',
    description: '下水道不通，污水冒出来',
    words: ['下水道', '污水', '冒水', '排水', '管道堵塞', '雨水口'],
    nationalCode: '0404',
    basis: BASIS.national,
    handleHours: 8,
    defaultDuty: 'planning',
  },
  {
    categoryId: 'manholeCover',
    name: '窨井盖',
    description: '窨井盖缺失、破损、松动',
    words: ['井盖', '阴井盖', '下水井', '雨水井', '响声'],
    basis: BASIS.duty,
    handleHours: 12,
    defaultDuty: 'planning',
    duplicateRadius: 30,
    ...URGENT,
    questions: [
      choice('aspect', '井盖怎么了', ['不见了', '破了', '松动有响声', '高低不平']),
      shortText('marking', '井盖上写的字'),
    ],
  },
  {
    categoryId: 'floodedRoad',
    name: '道路积水',
    description: '雨后积水不退，影响走路和开车',
    words: ['积水', '水坑', '淹水', '雨水'],
    basis: BASIS.time,
    handleHours: 4,
    defaultDuty: 'planning',
  },
])

const greening = categoriesOf('greening', [
  {
    categoryId: 'dirtyGreen',
    name: '绿地脏乱',
    description: '绿地、绿化带里有垃圾杂物',
    words: ['绿化带垃圾', '草坪', '花坛', '绿地垃圾'],
    nationalCode: '0106',
    basis: BASIS.nationalWithTime,
    handleHours: 8,
    defaultDuty: 'greenUpkeep',
  },
  {
    categoryId: 'missingPlants',
    name: '绿化缺损',
    description: '绿地缺株、枯死、被踩踏，露出泥土',
    words: ['缺株', '枯死', '黄土', '毁绿', '树坑', '种菜'],
    basis: BASIS.time,
    handleHours: 40,
    defaultDuty: 'greenUpkeep',
  },
  {
    categoryId: 'fallenTree',
    name: '树木倒伏断枝',
    description: '树倒了、树枝断了，或者挡住路和路灯',
    words: ['树枝', '断枝', '倒树', '行道树', '修剪'],
    basis: BASIS.duty,
    handleHours: 12,
    defaultDuty: 'greenUpkeep',
    ...URGENT,
    questions: [choice('blocksRoad', '有没有挡住路', ['挡住了', '没有挡住'])],
  },
])

const trade = categoriesOf('trade', [
  {
    categoryId: 'outsideShop',
    name: '跨门经营',
    description: '店铺把商品、桌椅、广告牌摆到门外',
    words: ['店外经营', '出店', '占道', '摆到门口', '门前三包', '门责'],
    nationalCode: '0504',
    basis: BASIS.national,
    handleHours: 4,
    defaultDuty: 'enforcement',
    questions: [shortText('shop', '店铺名称')],
  },
  {
    categoryId: 'unlicensedTrade',
    name: '无证无照经营',
    description: '店铺或者作坊没有营业执照、许可证',
    words: ['无照', '无证', '黑作坊', '黑店', '执照', '五小行业'],
    basis: BASIS.duty,
    handleHours: 40,
    defaultDuty: 'marketSupervision',
    questions: [shortText('shop', '店铺名称')],
  },
  {
    categoryId: 'wasteDealing',
    name: '占道废品收购',
    description: '在路边、空地收废品，堆放杂乱',
    words: ['收废品', '废品站', '回收', '废纸'],
    nationalCode: '0503',
    basis: BASIS.national,
    handleHours: 16,
    defaultDuty: 'marketSupervision',
  },
])

const parking = categoriesOf('parking', [
  {
    categoryId: 'carParking',
    name: '机动车乱停',
    description: '汽车停在人行道、盲道、路口、消防通道上',
    words: ['违停', '乱停车', '汽车', '停车', '机动车乱停放'],
    nationalCode: '0505',
    basis: BASIS.national,
    handleHours: 4,
    defaultDuty: 'police',
    questions: [choice('blocksFireLane', '是否堵住消防通道', ['是', '否'])],
  },
  {
    categoryId: 'bikeParking',
    name: '非机动车乱停',
    description: '自行车、电动自行车、共享单车乱停放',
    words: ['共享单车', '自行车', '电瓶车', '电动车', '非机动车乱停放'],
    nationalCode: '0506',
    basis: BASIS.national,
    handleHours: 8,
    defaultDuty: 'enforcement',
  },
  {
    categoryId: 'abandonedVehicle',
    name: '废弃车辆',
    description: '长期没有人用的汽车、三轮车、自行车',
    words: ['僵尸车', '报废车', '旧车', '没人要的车'],
    nationalCode: '0107',
    basis: BASIS.national,
    handleHours: 40,
    defaultDuty: 'police',
    duplicateRadius: 50,
    questions: [shortText('plate', '车牌号码')],
  },
])

const other = categoriesOf('other', [
  {
    categoryId: 'other',
    name: '其他',
    description: '上面没有的市容环境问题',
    words: ['别的', '不知道选哪个', '反映问题'],
    basis: BASIS.suggested,
    handleHours: 24,
    acceptHours: 4,
    defaultDuty: 'urbanOperation',
  },
])

export const STREETS: Category[] = [...road, ...greening, ...trade, ...parking, ...other]
