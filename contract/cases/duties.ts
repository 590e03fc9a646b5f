/**
 * Who answers for what in a street or town: the duty table of 附件2 to 松九府〔2023〕46号 (九亭镇), 14 kinds of units.
 * A street says which of its organisations stands for each; what is given to a duty goes to that organisation.
 */
export const DUTIES = {
  publicity: { name: '党群办（宣传）', work: '宣传发动，巡访巡查' },
  planning: { name: '规建办', work: '道路平整、无坑凹，下水道通畅，排污管网' },
  greening: { name: '绿容所', work: '市容环境综合管理，组织联合整治' },
  sanitation: { name: '综管办、环卫所', work: '清扫保洁，垃圾清运，公厕，废物箱' },
  safety: { name: '平安办', work: '外来人口集聚地的卫生，“八乱”整治' },
  socialAffairs: { name: '社发办', work: '爱国卫生运动' },
  urbanBuilding: { name: '城建中心', work: '督促居委会、业委会和物业管好小区环境卫生' },
  urbanOperation: { name: '城运中心', work: '网格市容环境管理，派遣和督办' },
  enforcement: { name: '城管中队', work: '违反市容环境卫生管理规定的查处，门前责任制' },
  police: { name: '派出所', work: '机动车执法，现场秩序' },
  marketSupervision: { name: '市场监管所', work: '无证、无照经营，“五小行业”' },
  greenUpkeep: { name: '农副公司（绿化养护）', work: '公共绿地、道路两侧植绿补绿和养护' },
  neighbourhood: { name: '居委会', work: '居民区环境，乱晾晒，黑广告清理' },
  property: { name: '物业公司', work: '小区公用部分“六无”，楼道“二无一白”' },
} as const satisfies Record<string, { name: string; work: string }>

export type Duty = keyof typeof DUTIES
export const DUTY_KEYS = Object.keys(DUTIES) as [Duty, ...Duty[]]
