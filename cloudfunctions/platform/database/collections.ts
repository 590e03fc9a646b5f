/**
 * Every collection and index, declared once: the local cloud and the deployment script both read this.
 * A unique index treats a missing field as null, so uniquely indexed fields are always filled.
 */
export interface IndexField {
  path: string
  order: 1 | -1 | '2dsphere'
}
export interface IndexDeclaration {
  name: string
  fields: IndexField[]
  unique: boolean
}

const index = (name: string, fields: Record<string, 1 | -1>, unique = false): IndexDeclaration => ({
  name,
  fields: Object.entries(fields).map(([path, order]) => ({ path, order })),
  unique,
})

export const collections = {
  /** Verified phone of an account, as a keyed hash; its contact, sealed. */
  accounts: [],
  /** Browsers that ask to be signed in, and those that are. */
  deskSignIns: [index('byExpiry', { expiresAt: 1 }), index('byAccount', { accountId: 1, answeredAt: -1 })],
  deskSessions: [index('byAccount', { accountId: 1, signedInAt: -1 }), index('byExpiry', { expiresAt: 1 })],
  /** When an account was first noticed, to tell new ones. */
  firstSights: [],
  /** Wishes to delete an account, until every service has done it. */
  forgetting: [index('byService', { waiting: 1 })],
  /** The first administrator of the deployment. */
  claims: [],
  /** Roles at places and in organisations. */
  roleGrants: [
    index('byAccount', { accountId: 1 }),
    index('byCity', { cityCode: 1, order: 1 }),
    index('byDistrict', { districtCode: 1, order: 1 }),
    index('byStreet', { streetCode: 1, order: 1 }),
    index('byVillage', { villageCode: 1, order: 1 }),
    index('byEnd', { endsAt: 1 }),
    index('byOrganisation', { organisationId: 1, role: 1 }),
    index('byPlaceAndRole', { placeCode: 1, role: 1 }),
  ],
  /** Bureaus, departments, companies, associations and teams, each at one place. */
  organisations: [
    index('oneByName', { nameKey: 1 }, true),
    index('byCity', { cityCode: 1, isClosed: 1, order: 1 }),
    index('byDistrict', { districtCode: 1, isClosed: 1, order: 1 }),
    index('byStreet', { streetCode: 1, isClosed: 1, order: 1 }),
    index('byVillage', { villageCode: 1, isClosed: 1, order: 1 }),
    index('kindInCity', { cityCode: 1, isClosed: 1, kind: 1, order: 1 }),
    index('kindInDistrict', { districtCode: 1, isClosed: 1, kind: 1, order: 1 }),
  ],
  /** The finest level of places, kept by staff. `_id` is the code; a closed grid stays, so its number is not given again. */
  grids: [
    index('byVillage', { villageCode: 1, _id: 1 }),
    index('openInStreet', { streetCode: 1, isClosed: 1, villageCode: 1 }),
    index('oneByName', { nameKey: 1 }, true),
    index('oneByRequest', { requestKey: 1 }, true),
  ],
  /** Append-only, chained by hash within each service. */
  auditTrail: [
    index('byChain', { chain: 1, sequence: -1 }),
    index('oneByAct', { actKey: 1 }, true),
    index('byCity', { cityCode: 1, order: -1 }),
    index('byDistrict', { districtCode: 1, order: -1 }),
    index('byStreet', { streetCode: 1, order: -1 }),
    index('byAccount', { accountId: 1, order: -1 }),
    index('bySubject', { subject: 1, order: -1 }),
  ],
  /** What waits for staff, and what they have done. */
  work: [
    index('waitingInCity', { cityCode: 1, isWaiting: 1, order: 1 }),
    index('waitingInDistrict', { districtCode: 1, isWaiting: 1, order: 1 }),
    index('waitingInStreet', { streetCode: 1, isWaiting: 1, order: 1 }),
    index('byDone', { doneAt: 1 }),
  ],
  problems: [index('byTime', { at: -1 })],
  timerRuns: [],
  /** A message to one person: the inbox and the outbox in one row. */
  messages: [
    index('byPerson', { accountId: 1, order: -1 }),
    index('unread', { accountId: 1, isRead: 1 }),
    index('due', { dueAt: 1 }),
    index('failed', { delivery: 1, createdAt: 1 }),
    index('byTime', { createdAt: 1 }),
  ],
  /** Agreements to be sent a kind of message, with the sealed openid to send it to. */
  subscriptions: [index('byPerson', { accountId: 1 })],
  /** Quiet hours of a person. */
  messageSettings: [],
  /** What people write, with its state of review. */
  contents: [
    index('bySubject', { subject: 1, state: 1, order: -1 }),
    index('byAuthor', { accountId: 1, order: -1 }),
    index('byState', { state: 1, changedAt: 1 }),
    index('byWaiting', { state: 1, writtenAt: 1 }),
    index('byCity', { cityCode: 1, state: 1, order: -1 }),
    index('byDistrict', { districtCode: 1, state: 1, order: -1 }),
    index('byStreet', { streetCode: 1, state: 1, order: -1 }),
    index('kindInCity', { cityCode: 1, kind: 1, state: 1, order: -1 }),
    index('kindInDistrict', { districtCode: 1, kind: 1, state: 1, order: -1 }),
    index('kindInStreet', { streetCode: 1, kind: 1, state: 1, order: -1 }),
  ],
  /** Pictures that WeChat was asked about, by its trace id. */
  pictureChecks: [index('byContent', { contentId: 1 }), index('byTime', { askedAt: 1 })],
  campaigns: [index('byVotingStart', { votingOpensAt: -1 }), index('byCounting', { isCounting: 1, _id: 1 })],
  candidates: [
    index('oneByNumber', { campaignId: 1, number: 1 }, true),
    index('oneByRequest', { requestKey: 1 }, true),
    index('byDistrict', { campaignId: 1, districtCode: 1, number: 1 }),
  ],
  /**
   * Nominations, from the first draft on. Staff's lists go by place, by department or over the whole campaign; what is
   * nothing for staff has no order.
   */
  nominations: [
    index('byAuthor', { accountId: 1, startedAt: -1 }),
    index('inCity', { campaignId: 1, cityCode: 1, order: -1 }),
    index('inDistrict', { campaignId: 1, districtCode: 1, order: -1 }),
    index('inStreet', { campaignId: 1, streetCode: 1, order: -1 }),
    index('inDepartment', { campaignId: 1, departmentId: 1, order: -1 }),
    index('stateInCity', { campaignId: 1, cityCode: 1, state: 1, order: -1 }),
    index('stateInDistrict', { campaignId: 1, districtCode: 1, state: 1, order: -1 }),
    index('stateInStreet', { campaignId: 1, streetCode: 1, state: 1, order: -1 }),
    index('stateInDepartment', { campaignId: 1, departmentId: 1, state: 1, order: -1 }),
    index('byOrder', { campaignId: 1, order: 1 }),
    index('byState', { campaignId: 1, state: 1 }),
    index('forwarded', { campaignId: 1, forwardedOrder: 1 }),
    index('forwardedInDistrict', { campaignId: 1, inDistrict: 1, forwardedOrder: 1 }),
    index('byAge', { state: 1, savedAt: 1 }),
  ],
  /** What reviewing units have put forward, and how many drafts somebody has open: changed with what they count. */
  quotaCounters: [index('byCampaign', { campaignId: 1 })],
  /** Documents that were made and are to be removed. */
  madeDocuments: [index('byTime', { madeAt: 1 })],
  /** Append-only. `_id` is derived from voter and period, so the database itself refuses a second one. */
  ballots: [
    index('byBucket', { campaignId: 1, bucket: 1 }),
    // Also the order of the public file, which must tell neither time nor tracking code.
    index('oneByAccount', { campaignId: 1, accountKey: 1 }, true),
  ],
  tallies: [],
  tallyParts: [index('byBucket', { campaignId: 1, bucket: 1 })],
  recounts: [index('latest', { campaignId: 1, startedAt: -1 })],
  candidateLists: [index('dueReminders', { remindersDue: 1 })],
  /** Entries of lists, a page per row. */
  listPages: [],
  /** The public file of ballots, one per campaign, and its lines in blocks. */
  sealings: [],
  sealedBlocks: [index('byNumber', { sealing: 1, number: 1 }), index('byFirst', { sealing: 1, first: 1 })],
  /** Sessions of panels. `_id` is campaign and kind, so there is one of each. */
  judgingSessions: [index('dueNotices', { noticesDue: 1 })],
  /** A judge's place on a panel. */
  sessionSeats: [
    index('bySession', { sessionId: 1, isSeated: 1 }),
    index('byAccount', { accountId: 1, seatedAt: -1 }),
  ],
  /** One judge’s scores of one entry. `_id` begins with the seat, so one index lists a session or one judge of it. */
  scoreSheets: [index('bySession', { sessionId: 1, _id: 1 })],
  /** Watching and ruling of a campaign: how far, and how many. */
  trustStates: [],
  /** Ten minutes of voting each, to find abnormal voting in. */
  voteWindows: [index('byTime', { campaignId: 1, at: 1 })],
  voteAlerts: [
    index('inOrder', { campaignId: 1, order: -1 }),
    index('byState', { campaignId: 1, state: 1, order: -1 }),
  ],
  /** Decisions about ballots, and what they did to each. */
  rulings: [index('byNumber', { campaignId: 1, number: 1 }), index('byStatus', { status: 1 })],
  ruledBallots: [index('byBucket', { campaignId: 1, bucket: 1 }), index('byRuling', { rulingId: 1 })],
  /** What closed sessions have come to: scores for the list, and the order of the winners. */
  sessionResults: [],
  /** Who is to be, and is, awarded in a campaign. */
  winners: [],
  /** Units considered for 优秀组织奖. */
  awardUnits: [
    index('byCampaign', { campaignId: 1, order: 1 }),
    index('awarded', { campaignId: 1, isAwarded: 1, order: 1 }),
  ],
  /** Street problems, from the report to the rating. Queues go by `dueOrder`, lists by `order`. */
  cases: [
    index('oneByNumber', { number: 1 }, true),
    index('byReporter', { accountId: 1, order: -1 }),
    index('desk', { deskCode: 1, isOpen: 1, dueOrder: 1 }),
    index('deskState', { deskCode: 1, state: 1, dueOrder: 1 }),
    index('openInCity', { cityCode: 1, isOpen: 1, dueOrder: 1 }),
    index('openInDistrict', { districtCode: 1, isOpen: 1, dueOrder: 1 }),
    index('openInStreet', { streetCode: 1, isOpen: 1, dueOrder: 1 }),
    index('stateInCity', { cityCode: 1, state: 1, dueOrder: 1 }),
    index('stateInDistrict', { districtCode: 1, state: 1, dueOrder: 1 }),
    index('stateInStreet', { streetCode: 1, state: 1, dueOrder: 1 }),
    index('listedInCity', { cityCode: 1, isListed: 1, order: -1, isOpen: 1, group: 1 }),
    index('listedInDistrict', { districtCode: 1, isListed: 1, order: -1, isOpen: 1, group: 1 }),
    index('listedInStreet', { streetCode: 1, isListed: 1, order: -1, isOpen: 1, group: 1 }),
    index('ofDepartment', { departmentId: 1, isOpen: 1, dueOrder: 1 }),
    index('ofAssignee', { assigneeId: 1, isOpen: 1, dueOrder: 1 }),
    index('mergedInto', { mergedInto: 1 }),
    index('byActivity', { activityId: 1, state: 1 }),
    index('byCell', { cell: 1, isListed: 1, order: -1 }),
    index('byChange', { changeOrder: 1 }),
    index('dueAlarms', { alarmAt: 1 }),
    index('toTell', { tellAt: 1 }),
    index('toTellStaff', { tellStaffAt: 1 }),
    index('marked', { marks: 1, dueOrder: 1 }),
    index('oldContacts', { contactSince: 1 }),
    index('byStateSince', { state: 1, stateSince: 1 }),
    { name: 'byLocation', fields: [{ path: 'location', order: '2dsphere' }], unique: false },
    {
      name: 'byPublicLocation',
      // What is filtered by stands in the index, so that a rare category costs no more than a common one.
      fields: [
        { path: 'publicLocation', order: '2dsphere' },
        { path: 'isListed', order: 1 },
        { path: 'isOpen', order: 1 },
        { path: 'group', order: 1 },
      ],
      unique: false,
    },
  ],
  /** How many cases lie in each square of the map, and how far changes have been counted. */
  mapCells: [index('byParent', { parent: 1 })],
  mapProgress: [],
  /** Versions of the catalogue of categories, each whole. `_id` is derived from the version. */
  catalogueVersions: [
    index('oneByVersion', { version: -1 }, true),
    index('oneByRequest', { requestKey: 1 }, true),
  ],
  /** Rules by which reports are given to departments, one row per place. */
  routingRules: [],
  /** Which organisation stands for a duty at a place. */
  dutyHolders: [index('byPlace', { placeCode: 1 })],
  /** Years of the working calendar that staff have entered. */
  calendarYears: [index('byYear', { year: 1 })],
  /** Texts for replies, one row per place. */
  replyTemplates: [],
  /** Who joined or follows a case. */
  caseWatchers: [index('byCase', { caseId: 1, _id: 1 }), index('byPerson', { accountId: 1, order: -1 })],
  /** Imports of hotline tickets, and their tickets until they have been cases for a while. */
  hotlineImports: [
    index('byCity', { cityCode: 1, startedAt: -1 }),
    index('byDistrict', { districtCode: 1, startedAt: -1 }),
    index('byStreet', { streetCode: 1, startedAt: -1 }),
    index('byVillage', { villageCode: 1, startedAt: -1 }),
    index('byState', { state: 1, startedAt: 1 }),
    index('leftTickets', { state: 1, hasTickets: 1, startedAt: 1 }),
  ],
  hotlineTickets: [index('byImport', { importId: 1, outcome: 1, row: 1 }), index('byAge', { receivedAt: 1 })],
  /** Keys of the open interface, how many of them a place uses, and what each has filed. */
  apiKeys: [
    index('oneBySecret', { secretName: 1 }, true),
    index('byCity', { cityCode: 1, createdAt: -1 }),
    index('byDistrict', { districtCode: 1, createdAt: -1 }),
    index('byStreet', { streetCode: 1, createdAt: -1 }),
    index('byVillage', { villageCode: 1, createdAt: -1 }),
  ],
  apiKeyCounts: [],
  apiFilings: [index('byKey', { keyId: 1 }), index('byCase', { caseId: 1, keyId: 1 })],
  /** What each case counts as, and the counts that follow from it: by place, month and department. */
  caseFacts: [index('byMonth', { month: 1, _id: 1 })],
  caseCounts: [
    index('byPlace', { placeCode: 1, month: 1, weight: -1 }),
    index('byMonth', { month: 1, _id: 1 }),
  ],
  /** How far counting has come. */
  caseFolding: [],
  /** Reports by day, area and kind; where they are more than usual, found every hour. */
  caseAreas: [index('byDay', { lastDay: 1, _id: 1 })],
  hotSpots: [],
  /** Anonymous files, one per month, and the last night in which they were made. */
  openData: [],
  openDataNights: [],
  /** Volunteers, and the cards that name them. `_id` is the account. */
  volunteers: [index('oneByCard', { cardCode: 1 }, true), index('toCheckAge', { ageCheckAt: 1 })],
  /** Organisations that are service teams. `_id` is the organisation. */
  teams: [
    index('inCity', { cityCode: 1, isClosed: 1, order: 1 }),
    index('inDistrict', { districtCode: 1, isClosed: 1, order: 1 }),
    index('inStreet', { streetCode: 1, isClosed: 1, order: 1 }),
    index('inVillage', { villageCode: 1, isClosed: 1, order: 1 }),
    index('kindInCity', { cityCode: 1, isClosed: 1, kind: 1, order: 1 }),
    index('kindInDistrict', { districtCode: 1, isClosed: 1, kind: 1, order: 1 }),
  ],
  memberships: [
    index('byTeam', { organisationId: 1, state: 1, order: 1 }),
    index('byPerson', { accountId: 1, order: -1 }),
  ],
  /** Series of activities, and their days once they are near. */
  activitySeries: [
    index('byOrganisation', { organisationId: 1, isEnded: 1, order: -1 }),
    index('toMake', { madeUntil: 1 }),
  ],
  activities: [
    index('bySeries', { seriesId: 1, day: 1 }),
    index('byOrganisation', { organisationId: 1, order: 1 }),
    index('inCity', { cityCode: 1, order: 1 }),
    index('inDistrict', { districtCode: 1, order: 1 }),
    index('inStreet', { streetCode: 1, order: 1 }),
    index('inVillage', { villageCode: 1, order: 1 }),
    index('kindInCity', { cityCode: 1, kind: 1, order: 1 }),
    index('kindInDistrict', { districtCode: 1, kind: 1, order: 1 }),
    index('kindInStreet', { streetCode: 1, kind: 1, order: 1 }),
    index('toTell', { tellFrom: 1 }),
    index('toThank', { thankAfter: 1 }),
    index('toClose', { closesAt: 1 }),
    {
      name: 'byLocation',
      fields: [
        { path: 'location', order: '2dsphere' },
        { path: 'startsAt', order: 1 },
      ],
      unique: false,
    },
  ],
  /** `_id` is activity and account, so nobody has two seats. */
  signUps: [
    index('byState', { activityId: 1, state: 1, order: 1 }),
    index('inLine', { activityId: 1, roleId: 1, state: 1, line: 1 }),
    index('ofActivity', { activityId: 1, _id: 1 }),
    index('byPerson', { accountId: 1, startsAt: 1 }),
    index('toRemind', { remindAt: 1 }),
    index('offers', { confirmBy: 1 }),
    index('unsettled', { state: 1, order: 1 }),
  ],
  /** One answer of each person to an activity. */
  activityFeedback: [index('byActivity', { activityId: 1, order: -1 }), index('byPerson', { accountId: 1 })],
  /** `_id` is activity and account, so nobody is there twice. */
  attendances: [
    index('ofActivity', { activityId: 1, _id: 1 }),
    index('byState', { activityId: 1, state: 1, 'checkIn.grade': 1 }),
    index('byPerson', { accountId: 1, plannedFrom: -1 }),
    index('markedInCity', { cityCode: 1, markedOrder: -1 }),
    index('markedInDistrict', { districtCode: 1, markedOrder: -1 }),
    index('markedInStreet', { streetCode: 1, markedOrder: -1 }),
    index('markedInVillage', { villageCode: 1, markedOrder: -1 }),
  ],
  /** Append-only ledger of hours, and what it comes to for each person. */
  hourEntries: [
    index('byPerson', { accountId: 1, order: -1 }),
    index('byDay', { accountId: 1, day: 1, order: 1 }),
    index('inOrder', { order: 1 }),
    index('byAttendance', { attendanceId: 1, order: 1 }),
  ],
  hourTotals: [],
  /** Hours entered afterwards, until somebody has decided. */
  hourClaims: [
    index('byPerson', { accountId: 1, order: -1 }),
    index('byOrganisation', { organisationId: 1, state: 1, order: 1 }),
  ],
  /** Hours that staff have taken back, and what became of it. */
  annulments: [
    index('byPerson', { accountId: 1, order: -1 }),
    index('inCity', { cityCode: 1, state: 1, order: -1 }),
    index('inDistrict', { districtCode: 1, state: 1, order: -1 }),
    index('inStreet', { streetCode: 1, state: 1, order: -1 }),
    index('inVillage', { villageCode: 1, state: 1, order: -1 }),
  ],
  /** `_id` is derived from the check code, which only the paper has. */
  certificates: [index('byPerson', { accountId: 1, order: -1 })],
  /** Hours by organisation, street, grid and place, in weeks, months and years: boards are read off their indexes. */
  serviceCounts: [
    index('boardOfCity', { kind: 1, period: 1, cityCode: 1, minutes: -1, _id: 1 }),
    index('boardOfDistrict', { kind: 1, period: 1, districtCode: 1, minutes: -1, _id: 1 }),
    index('boardOfStreet', { kind: 1, period: 1, streetCode: 1, minutes: -1, _id: 1 }),
    index('boardOfVillage', { kind: 1, period: 1, villageCode: 1, minutes: -1, _id: 1 }),
  ],
  /** One line of each person in each of these. */
  servicePeople: [
    index('byBoard', { board: 1, minutes: -1, _id: 1 }),
    index('byPerson', { accountId: 1, board: 1 }),
  ],
  /** What is counted already: of a person's year, of an attendance, of an activity. */
  serviceYears: [],
  serviceAttendances: [],
  serviceActivities: [],
  /** How far counting has come, and what is being counted. */
  serviceProgress: [],
  serviceStretches: [index('byAge', { madeAt: 1 })],
  /** Units of which an activity a week is expected, and weeks in which it is not. */
  weeklyDuties: [
    index('inCity', { cityCode: 1, isExpected: 1, order: 1 }),
    index('inDistrict', { districtCode: 1, isExpected: 1, order: 1 }),
    index('inStreet', { streetCode: 1, isExpected: 1, order: 1 }),
    index('inVillage', { villageCode: 1, isExpected: 1, order: 1 }),
    index('toLookAt', { lookAt: 1 }),
  ],
  excusedWeeks: [],
  reminders: [index('byCampaign', { campaignId: 1 }), index('byAccount', { accountId: 1 })],
} as const satisfies Record<string, readonly IndexDeclaration[]>

export type CollectionName = keyof typeof collections
