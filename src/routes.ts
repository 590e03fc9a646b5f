import Taro from '@tarojs/taro'

/** What a list is narrowed to: it stands in the address, so that a view can be sent to a colleague. */
type Filters = Record<string, string | undefined>

/** Addresses of the pages: features find each other by these, never by importing one another. */
export const routes = {
  home: '/pages/home/index',
  vote: '/pages/vote/index',
  reporting: '/pages/reporting/index',
  mine: '/pages/mine/index',
  /** A new report, or one that was begun before. `camera`: opens it at once. `activityId`: from where it was found. */
  report: (filters: { draft?: string; camera?: 'open'; activityId?: string } = {}) =>
    withQuery('/features/reporting/pages/report/index', filters),
  /** How reporting goes, for everyone, and the open data. */
  statistics: (filters: { placeCode?: string; month?: string } = {}) =>
    withQuery('/features/reporting/pages/statistics/index', filters),
  myReports: '/features/reporting/pages/myReports/index',
  /** Map and list of what everyone may see. */
  nearby: '/features/reporting/pages/nearby/index',
  /** A street problem as citizens see it. Messages lead there. */
  case: (caseId: string) => `/features/reporting/pages/case/index?caseId=${caseId}`,
  campaign: (campaignId: string) => `/features/voting/pages/campaign/index?campaignId=${campaignId}`,
  /** The rules in plain words, what was changed, and the results by stage. */
  aboutCampaign: (campaignId: string) => `/features/voting/pages/about/index?campaignId=${campaignId}`,
  candidate: (campaignId: string, candidateId: string) =>
    `/features/voting/pages/candidate/index?campaignId=${campaignId}&candidateId=${candidateId}`,
  ballot: (campaignId: string) => `/features/voting/pages/ballot/index?campaignId=${campaignId}`,
  /** `arrival` says how one came here: having just voted, or by trying to vote again. */
  receipt: (campaignId: string, arrival?: 'cast' | 'again') =>
    `/features/voting/pages/receipt/index?campaignId=${campaignId}${arrival ? `&arrival=${arrival}` : ''}`,
  results: (campaignId: string) => `/features/voting/pages/results/index?campaignId=${campaignId}`,
  /** Counting again at home. */
  publicCount: (campaignId: string) => `/features/voting/pages/publicCount/index?campaignId=${campaignId}`,
  checkReceipt: '/features/voting/pages/check/index',
  /** What a campaign asks for, and one's own nominations of it; without a campaign, all of them. */
  nominate: (campaignId?: string) => withQuery('/features/nominations/pages/nominate/index', { campaignId }),
  /** A nomination as its author sees it. Messages lead there. */
  nomination: (nominationId: string) =>
    `/features/nominations/pages/nomination/index?nominationId=${nominationId}`,
  /** The same as staff see it. */
  reviewNomination: (nominationId: string) =>
    `/features/administration/pages/nomination/index?nominationId=${nominationId}`,
  /** What the districts have put forward. */
  forwarded: (campaignId: string) => `/features/nominations/pages/forwarded/index?campaignId=${campaignId}`,
  /** A judge's own sheets of one session. Messages lead there. */
  mySession: (sessionId: string) => `/features/judging/pages/session/index?sessionId=${sessionId}`,
  /** Opinions about a campaign, or about one candidate of it. */
  comments: (campaignId: string, candidateId?: string) =>
    withQuery('/features/voting/pages/comments/index', { campaignId, candidateId }),
  /** What everyone may know of a campaign's expert session. */
  publicSession: (campaignId: string) =>
    `/features/judging/pages/publicSession/index?campaignId=${campaignId}`,
  showcase: (campaignId: string) => `/features/awards/pages/showcase/index?campaignId=${campaignId}`,
  mySessions: '/features/judging/pages/sessions/index',
  mySheet: (sessionId: string, candidateId: string) =>
    `/features/judging/pages/entry/index?sessionId=${sessionId}&candidateId=${candidateId}`,
  phone: '/features/accounts/pages/phone/index',
  privacy: '/features/accounts/pages/privacy/index',
  /** In a browser: shows the code that the phone scans. */
  signIn: '/features/accounts/pages/signIn/index',
  /** On the phone: scans or types the code, then confirms. */
  desk: (code?: string) => `/features/accounts/pages/desk/index${code ? `?code=${code}` : ''}`,
  devices: '/features/accounts/pages/devices/index',
  contact: '/features/accounts/pages/contact/index',
  contents: '/features/accounts/pages/contents/index',
  myData: '/features/accounts/pages/myData/index',
  inbox: '/features/messages/pages/inbox/index',
  messageSettings: '/features/messages/pages/settings/index',
  administration: '/features/administration/pages/overview/index',
  campaigns: '/features/administration/pages/campaigns/index',
  /** The filters stand in the address, so that a view can be sent to a colleague. */
  work: (filters: { placeCode: string; kind?: string; state?: string; workId?: string }) =>
    withQuery('/features/administration/pages/work/index', filters),
  /** Cases of a desk. */
  staffCases: (placeCode: string, filters: Filters = {}) =>
    withQuery('/features/administration/pages/cases/index', { placeCode, ...filters }),
  /** A case as staff see it; messages lead there. From a handler's list it knows which one is next. */
  staffCase: (filters: { caseId: string; organisationId?: string; order?: string }) =>
    withQuery('/features/administration/pages/case/index', filters),
  /** How cases go at a place: in a month, `at` a place below it. */
  supervision: (placeCode: string, filters: Filters = {}) =>
    withQuery('/features/administration/pages/supervision/index', { placeCode, ...filters }),
  hotSpots: (placeCode: string) => `/features/administration/pages/hotSpots/index?placeCode=${placeCode}`,
  /** What a handler's department has to do. */
  myCases: (filters: { placeCode: string; organisationId: string } & Filters) =>
    withQuery('/features/administration/pages/myCases/index', filters),
  /** What decides about cases: categories, routing, duties, working days, texts for replies. */
  caseCategories: (placeCode: string, filters: Filters = {}) =>
    withQuery('/features/administration/pages/caseCategories/index', { placeCode, ...filters }),
  caseRouting: (placeCode: string, filters: Filters = {}) =>
    withQuery('/features/administration/pages/caseRouting/index', { placeCode, ...filters }),
  caseDuties: (placeCode: string, filters: Filters = {}) =>
    withQuery('/features/administration/pages/caseDuties/index', { placeCode, ...filters }),
  workingCalendar: (placeCode: string, filters: Filters = {}) =>
    withQuery('/features/administration/pages/workingCalendar/index', { placeCode, ...filters }),
  replyTemplates: (placeCode: string, filters: Filters = {}) =>
    withQuery('/features/administration/pages/replyTemplates/index', { placeCode, ...filters }),
  staff: (placeCode: string, filters: Filters = {}) =>
    withQuery('/features/administration/pages/staff/index', { placeCode, ...filters }),
  appoint: (placeCode: string) => `/features/administration/pages/appoint/index?placeCode=${placeCode}`,
  /** What a place has received. */
  nominations: (placeCode: string, filters: Filters = {}) =>
    withQuery('/features/administration/pages/nominations/index', { placeCode, ...filters }),
  organisations: (placeCode: string, filters: Filters = {}) =>
    withQuery('/features/administration/pages/organisations/index', { placeCode, ...filters }),
  organisation: (filters: { placeCode: string; organisationId?: string }) =>
    withQuery('/features/administration/pages/organisation/index', filters),
  grids: (placeCode: string, filters: Filters = {}) =>
    withQuery('/features/administration/pages/grids/index', { placeCode, ...filters }),
  /** Where the first administrator of a deployment shows its secret. */
  claim: '/features/administration/pages/claim/index',
  operations: (placeCode: string) => `/features/administration/pages/operations/index?placeCode=${placeCode}`,
  /** Tickets of the hotline from a sheet. */
  hotline: (placeCode: string) => `/features/administration/pages/hotline/index?placeCode=${placeCode}`,
  /** Keys with which other programs file cases. */
  apiKeys: (placeCode: string) => `/features/administration/pages/apiKeys/index?placeCode=${placeCode}`,
  /** An existing campaign, or a new one of the city, from nothing or from an earlier one. */
  editCampaign: ({ cityCode, ...of }: { cityCode?: string; campaignId?: string; copyFrom?: string }) =>
    withQuery('/features/administration/pages/campaignEditor/index', { placeCode: cityCode, ...of }),
  judgingOf: (campaignId: string) => `/features/administration/pages/judging/index?campaignId=${campaignId}`,
  chairSession: (sessionId: string) => `/features/administration/pages/session/index?sessionId=${sessionId}`,
  /** What the list would be by other rules. */
  previewList: (campaignId: string) =>
    `/features/administration/pages/preview/index?campaignId=${campaignId}`,
  count: (campaignId: string) => `/features/administration/pages/count/index?campaignId=${campaignId}`,
  /** From the result to the published winners, and their documents. */
  winners: (campaignId: string) => `/features/administration/pages/winners/index?campaignId=${campaignId}`,
  awardUnits: (filters: { campaignId: string; unitId?: string }) =>
    withQuery('/features/administration/pages/awardUnits/index', filters),
  /** Abnormal voting and what is decided about ballots. */
  trust: (campaignId: string, filters: Filters = {}) =>
    withQuery('/features/administration/pages/trust/index', { campaignId, ...filters }),
  candidatesOf: (campaignId: string) =>
    `/features/administration/pages/candidates/index?campaignId=${campaignId}`,
  /** A candidate that nobody has nominated. */
  registerCandidate: (campaignId: string) =>
    `/features/administration/pages/registerCandidate/index?campaignId=${campaignId}`,
  reviseCandidate: (candidateId: string) =>
    `/features/administration/pages/revise/index?candidateId=${candidateId}`,
  /** 志愿 */
  volunteering: '/pages/volunteering/index',
  /** One's own record as a volunteer; registering when there is none. */
  volunteerProfile: '/features/volunteering/pages/profile/index',
  volunteerCard: '/features/volunteering/pages/card/index',
  teams: (placeCode?: string) => withQuery('/features/volunteering/pages/teams/index', { placeCode }),
  team: (organisationId: string) =>
    `/features/volunteering/pages/team/index?organisationId=${organisationId}`,
  /** Activities by day, by distance and on a map. */
  activities: (filters: Filters = {}) => withQuery('/features/volunteering/pages/activities/index', filters),
  activity: (activityId: string) => `/features/volunteering/pages/activity/index?activityId=${activityId}`,
  mySignUps: '/features/volunteering/pages/mySignUps/index',
  /** Check-in or check-out; with what was scanned, if it was. */
  checkIn: (activityId: string, code?: string) =>
    withQuery('/features/volunteering/pages/checkIn/index', { activityId, code }),
  myHours: '/features/volunteering/pages/hours/index',
  claimHours: (organisationId?: string) =>
    withQuery('/features/volunteering/pages/claim/index', { organisationId }),
  certificates: '/features/volunteering/pages/certificates/index',
  /** For anyone who holds the paper. */
  verifyCertificate: (checkCode?: string) =>
    withQuery('/features/volunteering/pages/verify/index', { checkCode }),
  boards: (filters: Filters = {}) => withQuery('/features/volunteering/pages/boards/index', filters),
  /** What a leader has to do with an organisation's activities, or with all the organisations that somebody leads. */
  organising: (organisationId?: string) =>
    withQuery('/features/organising/pages/home/index', { organisationId }),
  /** A new series of an organisation, or one that is there. */
  editSeries: (of: { organisationId?: string; seriesId?: string }) =>
    withQuery('/features/organising/pages/series/index', of),
  occurrences: (seriesId: string) => `/features/organising/pages/occurrences/index?seriesId=${seriesId}`,
  /** One day of a series, also one that is only computed. */
  editActivity: (seriesId: string, day: string) =>
    `/features/organising/pages/activity/index?seriesId=${seriesId}&day=${day}`,
  /** The code that changes. */
  checkInCode: (activityId: string) => `/features/organising/pages/code/index?activityId=${activityId}`,
  roster: (activityId: string) => `/features/organising/pages/roster/index?activityId=${activityId}`,
  members: (organisationId: string) =>
    `/features/organising/pages/members/index?organisationId=${organisationId}`,
  hourClaims: (organisationId: string) =>
    `/features/organising/pages/claims/index?organisationId=${organisationId}`,
  /** Units and weeks: who has not done it. */
  unitWeeks: (placeCode: string) => `/features/administration/pages/unitWeeks/index?placeCode=${placeCode}`,
  volunteerMonth: (placeCode: string) =>
    `/features/administration/pages/volunteerMonth/index?placeCode=${placeCode}`,
  /** Marked hours, annulments and appeals. */
  volunteerHours: (placeCode: string) =>
    `/features/administration/pages/volunteerHours/index?placeCode=${placeCode}`,
  opinions: (placeCode: string) => `/features/administration/pages/opinions/index?placeCode=${placeCode}`,
  auditTrail: (placeCode: string, filters: Filters = {}) =>
    withQuery('/features/administration/pages/audit/index', { placeCode, ...filters }),
}

/** Where the opinions about a subject stand: `campaign/<id>` or `candidate/<campaign id>-<number>`. */
export function commentsAbout(subject: string): string | null {
  const [kind, id] = subject.split('/')
  if (!id) return null
  if (kind === 'campaign') return routes.comments(id)
  return kind === 'candidate' ? routes.comments(id.replace(/-\d+$/, ''), id) : null
}

/** The case that a content about `case/<id>` belongs to, or null. */
export function activityAbout(subject: string): string | null {
  const [kind, id] = subject.split('/')
  return kind === 'activity' && id ? routes.activity(id) : null
}

export function caseAbout(subject: string): string | null {
  const [kind, id] = subject.split('/')
  return kind === 'case' && id ? routes.case(id) : null
}

function withQuery(page: string, parameters: Record<string, string | undefined>): string {
  const query = Object.entries(parameters).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${encodeURIComponent(value)}`],
  )
  return query.length === 0 ? page : `${page}?${query.join('&')}`
}

export const open = (url: string) => Taro.navigateTo({ url })
export const replaceBy = (url: string) => Taro.redirectTo({ url })
export const openTab = (url: string) => Taro.switchTab({ url })

/** Goes back, or home when this page was opened by a link. */
export const goBack = () =>
  Taro.getCurrentPages().length > 1 ? Taro.navigateBack() : Taro.switchTab({ url: routes.home })
