import type { InferInput } from 'valibot'
import type { accounts } from '../../contract/accounts'
import type { administration } from '../../contract/administration'
import type { awards } from '../../contract/awards'
import type { caseRules } from '../../contract/caseRules'
import type { hotline } from '../../contract/hotline'
import type { judging } from '../../contract/judging'
import type { messages } from '../../contract/messages'
import type { Service } from '../../contract/method'
import type { moderation } from '../../contract/moderation'
import type { nominations } from '../../contract/nominations'
import type { open311 } from '../../contract/open311'
import type { places } from '../../contract/places'
import { planIn } from '../../contract/planChanges'
import type { voting } from '../../contract/voting'
import { campaignInput, candidateInput, JINGAN, SHANGHAI } from './builders'

/** A valid input for every method of every contract; a method without one does not compile. */
export type Examples<S extends Service> = { [M in keyof S]: InferInput<S[M]['input']> }

interface InVoting {
  campaignId: string
  candidateId: string
}

const ALL_BALLOTS = {
  from: null,
  to: null,
  candidateId: null,
  address: null,
  isNew: null,
  standing: null,
  rank: null,
}

export const votingExamples = ({ campaignId, candidateId }: InVoting): Examples<typeof voting> => ({
  listCampaigns: { after: campaignId },
  getCampaign: { campaignId },
  listCandidates: { campaignId, search: '示例', districtCode: JINGAN, after: 0 },
  listChosenCandidates: { campaignId, candidateIds: [candidateId] },
  getCandidate: { candidateId },
  getMyVote: { campaignId },
  castBallot: { campaignId, choices: [candidateId] },
  listMyReceipts: {},
  checkReceipt: { trackingCode: '0123-4567-89AB-CDEF' },
  getResults: { campaignId },
  getPublicCount: { campaignId },
  listMyProofs: { campaignId },
  remindMe: { campaignId },
  listComments: { campaignId },
  writeComment: { campaignId, text: '办得很好', pictures: [] },
  exportMyData: {},
  createCampaign: campaignInput(Date.now()),
  reviseCampaign: {
    ...planIn(campaignInput(Date.now())),
    campaignId,
    cover: 'keep',
    basedOnVersion: 1,
    reason: '调整安排',
  },
  registerCandidate: candidateInput(campaignId, 1),
  reviseCandidate: {
    candidateId,
    summary: '改过的介绍',
    achievements: '改过的实绩。',
    basedOn: null,
    reason: '更正错字',
  },
  listAlerts: { campaignId },
  getAlert: { campaignId, alertId: 'no-such-alert' },
  dismissAlert: { campaignId, alertId: 'no-such-alert', reason: '看过，没有问题' },
  listBallots: { campaignId, filter: ALL_BALLOTS },
  getBallotCounts: { campaignId },
  listRulings: { campaignId },
  proposeRuling: { campaignId, act: 'strike', filter: ALL_BALLOTS, reason: '同一地址集中投票' },
  confirmRuling: { campaignId, rulingId: 'no-such-ruling' },
  rejectRuling: { campaignId, rulingId: 'no-such-ruling', reason: '依据不足' },
  closeVoting: { campaignId, reason: '提前结束' },
  getCount: { campaignId },
  recount: { campaignId, recountId: 'some-recount' },
  sealBallots: { campaignId },
  proposeList: { campaignId },
  previewList: {
    campaignId,
    formula: { votes: 50, scores: 50, voteScale: 'byRank' },
    tieBreaks: ['lot'],
    listSize: 3,
  },
  confirmList: { campaignId, version: 1 },
  publishList: { campaignId, version: 1 },
})

export const accountsExamples = (): Examples<typeof accounts> => ({
  getMe: {},
  verifyPhone: { code: 'a-code-of-the-button' },
  getContact: {},
  saveContact: { contact: { name: '示例', phone: '021-00000000' } },
  startDeskSignIn: { device: 'Chrome · Windows' },
  finishDeskSignIn: { code: '0123ABCD', secret: 'no-secret-of-any-sign-in' },
  getDeskSignIn: { code: '0123ABCD' },
  answerDeskSignIn: { code: '0123ABCD', answer: 'refuse' },
  listDevices: {},
  endDevice: { deviceId: 'no-such-device' },
  exportMyData: {},
  deleteAccount: { confirmation: '注销账号' },
})

export const administrationExamples = ({
  grantId,
}: {
  grantId: string
}): Examples<typeof administration> => ({
  claimAdministration: { cityCode: SHANGHAI, secret: 'not-the-secret-at-all' },
  grantRole: {
    accountId: '0123456789ABCDEFGHJKMNPQRS',
    name: '示例工作人员',
    role: 'reviewer',
    placeCode: JINGAN,
    endsAt: null,
  },
  endRole: { grantId, reason: '工作调动' },
  listStaff: { placeCode: JINGAN },
  revealContact: { grantId, reason: '有急事要联系' },
  countWork: { placeCode: JINGAN },
  listWork: { placeCode: JINGAN },
  listAuditTrail: { placeCode: JINGAN },
  checkAuditTrail: { placeCode: JINGAN, service: 'voting' },
  getHealth: { placeCode: JINGAN },
  listProblems: { placeCode: JINGAN },
  exportMyData: {},
})

export const messagesExamples = (): Examples<typeof messages> => ({
  listMessages: {},
  countUnread: {},
  markRead: {},
  getSettings: {},
  setQuietHours: { quietHours: { from: 1320, until: 420 } },
  agree: { kind: 'resultsPublished', templateId: 'no-such-template' },
  exportMyData: {},
})

export const moderationExamples = ({ contentId }: { contentId: string }): Examples<typeof moderation> => ({
  getContent: { contentId },
  listContents: { placeCode: JINGAN, state: 'underReview' },
  listOpinions: { placeCode: JINGAN },
  answerContent: { contentId, text: '已经转给街道处理。', basedOn: 1 },
  decideContent: { contentId, decision: 'release', reason: '内容没有问题', basedOn: 1 },
  listMyContents: {},
  appealContent: { contentId, reason: '请再看一看' },
  withdrawContent: { contentId },
  exportMyData: {},
})

export const placesExamples = ({
  organisationId,
  gridCode,
}: {
  organisationId: string
  gridCode: string
}): Examples<typeof places> => ({
  listPlaces: { parentCode: JINGAN },
  getPlaces: { codes: [JINGAN] },
  findPlaces: { within: null, words: '南京西路' },
  addGrid: { villageCode: gridCode.slice(0, 12), name: '第一网格' },
  renameGrid: { gridCode, name: '第二网格' },
  closeGrid: { gridCode, reason: '合并网格' },
  listOrganisations: { placeCode: JINGAN },
  getOrganisation: { organisationId },
  registerOrganisation: { placeCode: JINGAN, kind: 'bureau', name: '示例主管部门' },
  reviseOrganisation: {
    organisationId,
    basedOn: 1,
    kind: 'bureau',
    name: '示例主管部门',
    introduction: '改过的简介',
  },
  closeOrganisation: { organisationId, reason: '机构撤并' },
  reopenOrganisation: { organisationId, reason: '恢复工作' },
  revealOrganisationContact: { organisationId, reason: '有急事要联系' },
})

export const judgingExamples = ({
  campaignId,
  candidateId,
  sessionId,
}: InVoting & { sessionId: string }): Examples<typeof judging> => {
  const seen = { sessionId, version: 1 }
  const judgeId = '0123456789ABCDEFGHJKMNPQRS'
  return {
    listSessions: { campaignId },
    createSession: { campaignId, kind: 'experts', name: '示例评审', startsAt: Date.now() },
    getSession: { sessionId },
    seatJudge: { ...seen, accountId: judgeId, name: '示例评委', memberKind: 'expert' },
    unseatJudge: { ...seen, judgeId },
    recuseJudge: { ...seen, judgeId, candidateId, reason: '与对方有工作关系' },
    commitDraw: seen,
    drawOrder: seen,
    openSession: seen,
    callSpeaker: { ...seen, candidateId },
    closeSession: { ...seen, excused: '一位评委中途离开' },
    listMySessions: {},
    getMySession: { sessionId },
    saveSheet: { sessionId, candidateId, scores: [8000], remark: '', basedOn: 0 },
    recuseMyself: { sessionId, candidateId, reason: '与对方有工作关系' },
    getPublicSession: { campaignId },
    printPanelFile: { sessionId },
    printMinutes: { sessionId },
    exportMyData: {},
  }
}

export const nominationsExamples = ({
  campaignId,
  nominationId,
}: {
  campaignId: string
  nominationId: string
}): Examples<typeof nominations> => {
  const own = { nominationId }
  const seen = { nominationId, version: 1 }
  const decision = { ...seen, opinion: '材料齐全，成效明显。' }
  return {
    listMyNominations: { campaignId },
    startNomination: { campaignId, channel: 'self', departmentId: null },
    getMyNomination: own,
    saveNomination: { ...seen, name: '示例自律会', placeCode: JINGAN, summary: '示例介绍', values: {} },
    addPhoto: {
      ...own,
      kind: 'group',
      description: '示例照片',
      file: 'cloud://localcloud/uploads/nominations/2026-11/none.jpg',
    },
    removePhoto: { ...own, photoId: 'no-such-photo' },
    submitNomination: seen,
    withdrawNomination: own,
    printMyNomination: own,
    exportMyData: {},
    listForwarded: { campaignId },
    listNominations: { campaignId, placeCode: JINGAN },
    getNomination: own,
    revealNominationContact: own,
    returnNomination: { ...decision, parts: [{ part: 'summary', reason: '请写得具体一些' }] },
    forwardNomination: decision,
    recallNomination: decision,
    declineNomination: decision,
    listQuotas: { campaignId, placeCode: JINGAN },
    admitNomination: decision,
    printNomination: own,
    exportNominations: { campaignId },
  }
}

export const awardsExamples = ({
  campaignId,
  unitId,
}: {
  campaignId: string
  unitId: string
}): Examples<typeof awards> => {
  const version = 1
  return {
    getWinners: { campaignId },
    proposeWinners: { campaignId },
    confirmWinners: { campaignId, version },
    publishWinners: { campaignId, version },
    getShowcase: { campaignId },
    printCompilation: { campaignId },
    exportResults: { campaignId },
    listAwardUnits: { campaignId },
    addAwardUnit: { campaignId, name: '示例街道办事处', placeCode: JINGAN },
    checkCondition: {
      campaignId,
      unitId,
      version,
      condition: 'training',
      state: 'met',
      note: '每季度培训一次',
      evidence: [],
    },
    awardUnit: { campaignId, unitId, version },
  }
}

export const caseRulesExamples = ({
  organisationId,
}: {
  organisationId: string
}): Examples<typeof caseRules> => {
  const place = { placeCode: JINGAN }
  const year = { ...place, year: 2026 }
  return {
    getCategories: place,
    saveCategory: {
      ...place,
      basedOn: 0,
      categoryId: null,
      category: {
        name: '示例类别',
        description: '示例说明',
        group: 'other',
        words: ['示例'],
        nationalCode: null,
        basis: '',
        handleHours: 8,
        acceptHours: 2,
        counting: 'working',
        minPhotos: 1,
        minAfterPhotos: 1,
        defaultDuty: 'urbanOperation',
        isIndoor: false,
        duplicateRadius: 100,
        questions: [],
        isRetired: false,
      },
      reason: '按新文件调整',
    },
    getRouting: place,
    saveRouting: { ...place, basedOn: 0, rules: [] },
    previewRouting: { ...place, categoryId: 'litterBin', at: Date.now(), source: 'wechat' },
    listDuties: place,
    assignDuty: { ...place, duty: 'police', organisationId: null },
    getCalendar: year,
    saveCalendar: { ...year, basedOn: 0, holidays: ['2026-10-01'], workdays: [] },
    listTemplates: { ...place, organisationId },
    saveTemplate: { ...place, templateId: null, act: 'close', name: '示例', text: '已经处理完毕。' },
    removeTemplate: { ...place, templateId: 'no-such-template' },
  }
}

export const open311Examples = ({ keyId }: { keyId: string }): Examples<typeof open311> => ({
  listKeys: { placeCode: JINGAN },
  createKey: { placeCode: JINGAN, name: '示例街道平台' },
  revokeKey: { keyId, reason: '不再使用' },
})

export const hotlineExamples = ({ importId }: { importId: string }): Examples<typeof hotline> => ({
  startImport: { placeCode: JINGAN, name: '十一月工单.xlsx', rows: 2, datum: 'gcj02' },
  putTickets: {
    importId,
    tickets: [
      {
        row: 2,
        ticket: 'HP-1',
        reportedAt: '2026-11-10 09:30',
        category: '暴露垃圾',
        address: '石门二路街道',
        description: '门前有垃圾',
        longitude: '',
        latitude: '',
      },
    ],
  },
  finishImport: { importId },
  dropImport: { importId },
  listImports: { placeCode: JINGAN },
})
