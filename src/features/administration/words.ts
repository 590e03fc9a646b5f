import type { Input, Method, MethodName, ServiceName } from '@/cloud/services'

/** What staff do, as it stands in the audit trail. */

/** A method that only staff may call, and that changes something: each call is in the audit trail. */
type AuditedIn<S extends ServiceName> = {
  [M in MethodName<S>]: Method<S, M> extends { access: object; writes: true } ? M : never
}[MethodName<S>]

type AuditedMethod = { [S in ServiceName]: AuditedIn<S> }[ServiceName]

/** An audited method without words does not compile. */
const acts: Record<AuditedMethod, string> = {
  grantRole: '任命',
  endRole: '结束身份',
  revealContact: '查看工作人员的联系方式',
  addGrid: '添加网格',
  renameGrid: '给网格改名',
  closeGrid: '停用网格',
  registerOrganisation: '登记组织',
  reviseOrganisation: '修改组织',
  closeOrganisation: '停用组织',
  reopenOrganisation: '恢复组织',
  revealOrganisationContact: '查看组织的联系方式',
  decideContent: '审核内容',
  answerContent: '答复公众意见',
  createCampaign: '建立活动',
  revealNominationContact: '查看申报的联系方式',
  returnNomination: '退回申报',
  forwardNomination: '推荐申报',
  recallNomination: '收回推荐',
  declineNomination: '不推荐申报',
  admitNomination: '把申报列入候选',
  printNomination: '打印推荐表',
  exportNominations: '导出申报汇总',
  reviseCampaign: '修改活动',
  registerCandidate: '登记候选',
  reviseCandidate: '修改候选的文字',
  closeVoting: '提前结束投票',
  dismissAlert: '查看异常投票，认为无需处理',
  proposeRuling: '提议处理选票',
  confirmRuling: '同意处理选票',
  rejectRuling: '不同意处理选票',
  recount: '清点选票',
  sealBallots: '封存选票',
  proposeList: '生成候选名单',
  confirmList: '确认名单',
  publishList: '公布名单',
  createSession: '建立评审',
  seatJudge: '安排评委',
  unseatJudge: '取消评委',
  recuseJudge: '决定评委回避',
  commitDraw: '确定评审对象，公布抽签承诺',
  drawOrder: '抽签',
  openSession: '开始评审',
  callSpeaker: '请下一个演讲',
  closeSession: '结束评审',
  saveSheet: '提交评分',
  recuseMyself: '申请回避',
  printMinutes: '生成评审纪要',
  printPanelFile: '生成评审材料',
  proposeWinners: '生成获评名单',
  confirmWinners: '确认获评名单',
  publishWinners: '公布获评名单',
  printCompilation: '生成材料汇编',
  exportResults: '导出结果表格',
  addAwardUnit: '添加优秀组织奖单位',
  checkCondition: '核对优秀组织奖条件',
  actOnCase: '办理案件',
  actOnCases: '批量办理案件',
  revealReporterContact: '查看上报人联系方式',
  saveCategory: '修改问题类别',
  saveRouting: '修改派遣规则',
  assignDuty: '指定职责单位',
  saveCalendar: '修改工作日历',
  saveTemplate: '修改回复模板',
  removeTemplate: '删除回复模板',
  startImport: '开始导入热线工单',
  putTickets: '上传热线工单',
  finishImport: '完成热线导入',
  dropImport: '放弃热线导入',
  createKey: '新建接口密钥',
  revokeKey: '停用接口密钥',
  awardUnit: '评定优秀组织奖',
  describeTeam: '设置服务队',
  answerMember: '答复入队申请',
  assignGrid: '安排队员进网格',
  createSeries: '新建系列活动',
  reviseSeries: '修改系列活动',
  endSeries: '结束系列活动',
  reviseActivity: '修改一场活动',
  cancelActivity: '取消一场活动',
  thank: '感谢志愿者',
  openCheckIn: '打开签到码',
  confirmPresence: '确认到场',
  correctMinutes: '更正服务时长',
  excuseAbsence: '登记缺席原因',
  answerClaim: '答复补录时长',
  annulHours: '撤销服务时长',
  clearMarks: '核对异常时长',
  decideAppeal: '处理时长申诉',
  setWeeklyDuty: '设置每周活动要求',
  excuseWeek: '登记本周不要求',
}

/** A method of a newer cloud is shown by its name, so that no act is hidden. */
export const actWords = (method: string): string => (acts as Record<string, string>)[method] ?? method

/** To choose from. */
export const actChoices = Object.entries(acts).map(([value, text]) => ({ value, text }))

const serviceNames: Record<ServiceName, string> = {
  accounts: '账号',
  administration: '人员和授权',
  awards: '评优和展示',
  caseRules: '案件规则',
  caseStatistics: '案件统计',
  casework: '办案',
  hotline: '热线导入',
  open311: '开放接口',
  reporting: '随申拍',
  judging: '评审',
  places: '地区和组织',
  messages: '消息',
  moderation: '内容审核',
  nominations: '申报和初审',
  activities: '志愿活动',
  attendance: '签到签退',
  volunteerHours: '服务时长',
  volunteerStatistics: '志愿统计',
  volunteers: '志愿者和服务队',
  voting: '投票',
}

/** Services with a chain of their own in the audit trail. */
export type AuditedService = Input<'administration', 'checkAuditTrail'>['service']

/** One that is missing does not compile: a chain that nobody follows would be checked by nobody. */
const audited: Record<AuditedService, true> = {
  accounts: true,
  administration: true,
  awards: true,
  caseRules: true,
  caseStatistics: true,
  casework: true,
  hotline: true,
  open311: true,
  reporting: true,
  judging: true,
  places: true,
  messages: true,
  moderation: true,
  nominations: true,
  activities: true,
  attendance: true,
  volunteerHours: true,
  volunteerStatistics: true,
  volunteers: true,
  voting: true,
}

export const AUDITED_SERVICES = Object.keys(audited) as AuditedService[]

/** The part of the program that a service is. */
export const serviceWords = (service: string): string =>
  (serviceNames as Record<string, string>)[service] ?? service
