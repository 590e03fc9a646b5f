/** Numbers that client and cloud must agree on, each with its reason. Times are in milliseconds. */

/** One request id: made by the client before the first try (a UUID or as random). */
export const REQUEST_ID_LENGTH = { min: 16, max: 64 }

/** Rows a list answers at once: a phone shows 5 to 8, so two to three screens. */
export const PAGE_SIZE = 20

/** Candidates of one campaign: 16 districts put forward 1–2 each [沪绿容〔2023〕365号 三(一)]; sites of a whole city are many more. */
export const CANDIDATES_PER_CAMPAIGN = 10_000
/** Names on a candidate list, and winners: more is no choice any more. */
export const CANDIDATES_LISTED = 100
/** Entries of a published list in one answer: about 30 KB. */
export const RESULTS_PAGE = 200
/** Entries a district may put forward: the document says 1–2; sites may be many. */
export const QUOTA_MAX = 1000
/** The longest side that a photo rule may ask for: phones of the day take 12,000 pixels at most. */
export const PHOTO_SIDE_MAX = 20_000

/** Photos of a candidate: 6–8 by 365号 五(三). Fewer are allowed when a campaign is set up by hand. */
export const PHOTOS_PER_CANDIDATE = 8

/** 工作实绩: 1000–1500 characters by the 推荐表; corrections may be a little longer, never unbounded. */
export const ACHIEVEMENTS_LENGTH = { min: 1, max: 3000 }

/** Short facts on a candidate's page: about one phone screen. */
export const FACTS_PER_CANDIDATE = 12
/** Long enough for a paragraph of honours. */
export const FACT_LENGTHS = { label: { min: 1, max: 20 }, text: { min: 1, max: 600 } }

export const CANDIDATE_NAME_LENGTH = { min: 2, max: 60 }
/** One line that helps choose, in a list row. */
export const SUMMARY_LENGTH = { min: 2, max: 60 }
export const REASON_LENGTH = { min: 2, max: 200 }
export const SEARCH_LENGTH = 30

/** Choices on one ballot: a phone screen can review about this many names before casting. */
export const CHOICES_MAX = 30

/**
 * How long an instance may go on using a campaign it has read. A change of the voting times therefore takes
 * effect no sooner than CLOSING_NOTICE from now: every instance has read it by then, and no vote is accepted late.
 */
export const CAMPAIGN_CACHE_TIME = 4_000
export const CLOSING_NOTICE = 10_000

/** Width of a ballot's time bucket. Ballots carry no finer time, so that nobody is known by when they voted. */
export const BUCKET_TIME = 60_000

/** A call that passed the check may still be writing: function timeout 20 s, and 10 s for clocks that differ. */
export const SETTLE_TIME = 30_000

/** Length of a tracking code without its hyphens: 80 bits, so that codes cannot be guessed or collide. */
export const TRACKING_CODE_LENGTH = 16

/** An account's name: 130 bits in base32. */
export const ACCOUNT_ID_LENGTH = 26

/** Names of people run from two characters to the long ones of some nationalities, with their dots. */
export const PERSON_NAME_LENGTH = { min: 2, max: 30 }

/** What is typed by hand from a screen: 40 bits, alive for DESK_SIGN_IN_TIME only. */
export const DESK_CODE_LENGTH = 8
/** How long a browser's request to be signed in waits for the phone. */
export const DESK_SIGN_IN_TIME = 180_000
/** A desk is shared and left: a working day at most, and no longer than a lunch without use. */
export const DESK_SESSION_TIME = 10 * 3_600_000
export const DESK_IDLE_TIME = 3_600_000

export const COMMENT_LENGTH = { min: 2, max: 500 }
export const COMMENT_PICTURES = 3
/** An answer to an opinion explains; it is no article. */
export const ANSWER_LENGTH = { min: 2, max: 500 }

/** WeChat promises its answer about a picture within 30 minutes; then a person must look. */
export const PICTURE_ANSWER_TIME = 30 * 60_000
/** Within what time staff should have looked at content that waits. */
export const REVIEW_TIME = 24 * 3_600_000

/** A badge says "99+" beyond this; counting stops there. */
export const UNREAD_SHOWN = 100
export const MESSAGES_READ_AT_ONCE = 100

/** A call that takes longer is written down for whoever runs the program. */
export const SLOW_CALL = 2_000

/** A village or grid by its name: the longest in the national table has 23 characters. */
export const PLACE_NAME_LENGTH = { min: 2, max: 30 }
/** A list of 20 rows names at most two places per row. */
export const PLACES_NAMED_AT_ONCE = 50
/** More than one phone screen of places is no help: another character finds it sooner. */
export const PLACES_FOUND = 20
/** The number of a grid has three digits and is never given twice. */
export const GRIDS_PER_VILLAGE = 999

/** Names in the business register run up to about 50 characters. */
export const ORGANISATION_NAME_LENGTH = { min: 2, max: 60 }
export const ORGANISATION_INTRODUCTION_LENGTH = 500

/** Opinions of reviewers stand in a box of the 推荐表 that holds about this many characters. */
export const OPINION_LENGTH = { min: 2, max: 300 }
export const PHOTO_DESCRIPTION_LENGTH = { min: 2, max: 60 }
/** Drafts of one person in one campaign that were not handed in: a recommender writes about a handful at a time. */
export const OPEN_DRAFTS = 10
/** A photo as it comes from the phone. JPEGs of today's phones are 3 to 15 MB. */
export const PHOTO_BYTES_MAX = 20 * 1_048_576
/** 50-megapixel phones fit. Turning a larger picture upright would not fit into the function's memory (512 MB). */
export const PHOTO_PIXELS_MAX = 64_000_000
/** Within what time a nomination should be looked at: leaves its author time to correct it in a stage of weeks. */
export const NOMINATION_REVIEW_TIME = 3 * 24 * 3_600_000
/** Any one field of a form while it is being typed: more than every form's limit, so that nothing typed is lost. */
export const FIELD_TEXT_MAX = 5000

/** Judges at one table: the document names five kinds of members; more than this no chair can follow. */
export const PANEL_MAX = 50
/** Entries of one session: a judge who takes a minute for each sits five hours. */
export const SESSION_ENTRIES_MAX = 300

/** Texts of a campaign's plan: a name fits two lines of a phone, an introduction two screens. In characters. */
export const PLAN_TEXTS = {
  name: { min: 4, max: 60 },
  organiser: { min: 2, max: 40 },
  basis: { min: 2, max: 80 },
  introduction: { min: 2, max: 2000 },
  eligibility: { min: 2, max: 1000 },
  criterion: { min: 2, max: 500 },
  stageName: { min: 2, max: 20 },
  fieldLabel: { min: 2, max: 20 },
  scoredCriterion: { min: 2, max: 40 },
}
/** The document has four of each; twice as many are still read. */
export const STAGES_MAX = 8
export const CRITERIA_MAX = 10
/** Trades with a department of their own in a city. */
export const DEPARTMENTS_MAX = 50
/** Sheets dropped at either end: more would leave too few of a panel. */
export const DROPPED_MAX = 5
/** A judge's remark beside the scores: what fits a line or two of the minutes. */
export const SHEET_REMARK_MAX = 200

/** Photos of one report, and of one step of staff: what a street corner needs, and what a slow network carries. */
export const CASE_PHOTOS = 6
/** A sentence is enough; a long story fits as well. */
export const CASE_DESCRIPTION_MAX = 500
export const CASE_ADDRESS_LENGTH = { min: 2, max: 100 }
/** Reply, reason, note: what a phone shows without scrolling twice. */
export const CASE_WORDS_LENGTH = { min: 2, max: 300 }
/** How long a closed case can be rated: signals takes an answer for 14 days, too. */
export const RATING_TIME = 14 * 24 * 3_600_000
/** Cases in one bulk act: one screen of a desk, each a transaction of its own. */
export const BULK_CASES = 50
/** Steps in one tap: 受理, 立案 and 派遣 together, or 核查 and 结案. */
export const STEPS_AT_ONCE = 4
/** Categories of a catalogue: GB/T 30428.2 has about 80 events and 120 components; citizens choose among far fewer. */
export const CATEGORIES_MAX = 150
export const CATEGORY_QUESTIONS_MAX = 6
export const ROUTING_RULES_MAX = 100
/** Texts for replies at one place: more than this nobody looks through while a citizen waits. */
export const TEMPLATES_MAX = 60
/** Versions of the catalogue in its history on screen: a year of monthly changes, and the audit trail has all. */
export const VERSIONS_SHOWN = 20
/** Working time that can be granted at once: 60 working days of 8 hours. */
export const CASE_HOURS_MAX = 480
/** 挂账 until, from now: a season; longer is to be decided anew. */
export const SUSPENSION_TIME_MAX = 180 * 24 * 3_600_000
/** How far 附近 reaches, in metres. */
export const NEARBY_METRES = 3000
/** Rows of one hotline import: a month of a district. */
export const IMPORT_ROWS_MAX = 5000
/** Rows in one call of an import: 100 KB is what HTTP access takes. */
export const IMPORT_ROWS_AT_ONCE = 50
/** Points that one part of a map shows by themselves; more are counted in groups. */
export const MAP_POINTS = 200

/** Cells of a hotline ticket. A hotline's own words are long; what a case needs at least is a sentence. */
export const TICKET_LENGTHS = {
  ticket: { min: 1, max: 60 },
  reportedAt: { min: 1, max: 40 },
  category: { min: 0, max: 60 },
  address: { min: 0, max: 200 },
  description: { min: 2, max: 2000 },
  longitude: { min: 0, max: 30 },
  latitude: { min: 0, max: 30 },
} as const
/** Of one part of an import as JSON: HTTP access takes 100 KB, and the rest of the call needs some. */
export const IMPORT_PART_BYTES = 80_000

/** Keys of the open interface that one place may have in use: one for each program, and a city has a handful. */
export const API_KEYS_PER_PLACE = 20
/** Open311 GeoReport v2: a description has up to 4000 characters. */
export const OPEN311_DESCRIPTION_MAX = 4000
/**
 * Requests in one page of the open interface. The specification's 1000 at once would be slow to read and, with
 * updates, more than HTTP access carries.
 */
export const OPEN311_PAGE = { usual: 50, most: 100 }
/** How far one can page: beyond this a narrower time finds it faster. */
export const OPEN311_ROWS_MAX = 10_000
/** A case is due soon when its stage has this left, in milliseconds. */
export const CASE_DUE_SOON = 8 * 3_600_000

/** Crockford letters and digits on a volunteer's card: 50 bits, and only leaders can try them, at a pace. */
export const CARD_CODE_LENGTH = 10
/** A team looks after a handful of grids. */
export const TEAM_GRIDS_MAX = 20
/** A sentence about oneself, when asking to join. */
export const TEAM_WORDS_MAX = 100
/** Texts of an activity: a theme is one line of a phone, a description two screens. */
export const ACTIVITY_TEXTS = {
  theme: { min: 2, max: 40 },
  description: { min: 2, max: 1000 },
  role: { min: 1, max: 20 },
  insurance: { min: 0, max: 200 },
  notice: { min: 2, max: 200 },
  words: { min: 2, max: 300 },
}
export const ACTIVITY_PHOTOS = 6
export const ACTIVITY_ROLES_MAX = 8
export const ROLE_CAPACITY_MAX = 2000
/** A quarter of an hour to a day on one's feet. */
export const ACTIVITY_MINUTES = { min: 15, max: 720 }
/** Phones are right to some 20 m between houses; a park is some hundred metres wide. */
export const FENCE_METRES = { min: 50, max: 2000 }
/** Six weeks on one screen of a calendar. */
export const LISTED_DAYS_MAX = 42
/** Days ahead that activities are made as rows, and can be signed up for. */
export const MADE_DAYS_AHEAD = 35
export const PREVIEWED_DAYS = 12
export const OCCURRENCES_SHOWN = 30
/** How far activities near me reach, in metres: half an hour by bicycle. */
export const NEARBY_ACTIVITY_METRES = 8000
/** A seat is kept this long for the next on the list, over a night, but not beyond CONFIRM_BEFORE before the start. */
export const CONFIRM_TIME = 12 * 3_600_000
/** A seat that is offered shortly before that is still kept this long. */
export const CONFIRM_TIME_LEAST = 3_600_000
/** Later than this before the start, a free seat is given at once, without asking. */
export const CONFIRM_BEFORE = 4 * 3_600_000
/** A withdrawal later than this before the start is noted. */
export const LATE_WITHDRAWAL = 24 * 3_600_000
/** 提醒: on the eve at 18:00 in Shanghai, when people plan the next day, and this long before the start. */
export const REMIND_BEFORE = 2 * 3_600_000
/** How long after its end an activity can be rated. */
export const FEEDBACK_TIME = 14 * 86_400_000
/** People in one tap of the leader. */
export const CONFIRMED_AT_ONCE = 50
export const MINUTES_A_DAY = 24 * 60
/** Hours entered afterwards: at once at most a long day, of the last three months. */
export const BACKFILLED_MINUTES = { min: 15, max: 720 }
export const BACKFILLED_DAYS = 90
export const BACKFILLED_PHOTOS = 3
/** More recorded hours than this in a day are looked at. */
export const ABNORMAL_MINUTES = 10 * 60
/** How long annulled hours can be appealed. */
export const APPEAL_TIME = 15 * 86_400_000
/** 80 bits: a certificate cannot be guessed. */
export const CERTIFICATE_CODE_LENGTH = 16
/** Lines of a certificate that names every activity; it fits two pages. */
export const CERTIFICATE_LINES = 40
/** Entries of the ledger in one certificate stay below this: several activities a week for five years. */
export const CERTIFICATE_ENTRIES_MAX = 1000
export const BOARD_ROWS = 50
export const UNIT_WEEKS_SHOWN = 13
