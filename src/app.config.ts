import theme from './theme.json'

type ThemeKey = keyof (typeof theme)['light']

/** WeChat resolves `@name` by theme.json and follows the system; in H5 the styles do that, so it gets the light value. */
const themed = (key: ThemeKey): string => (process.env.TARO_ENV === 'weapp' ? `@${key}` : theme.light[key])

const tab = (page: 'home' | 'vote' | 'reporting' | 'volunteering' | 'mine', text: string) => ({
  pagePath: `pages/${page}/index`,
  text,
  iconPath: themed(`${page}Icon`),
  selectedIconPath: themed(`${page}SelectedIcon`),
})

const subPackage = (feature: string, pages: string[]) => ({
  root: `features/${feature}`,
  pages: pages.map((page) => `pages/${page}/index`),
})

/** In WeChat nobody signs in. */
const onlyOnWeb = (page: string): string[] => (process.env.TARO_ENV === 'weapp' ? [] : [page])

export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/vote/index',
    'pages/reporting/index',
    'pages/volunteering/index',
    'pages/mine/index',
  ],
  subPackages: [
    subPackage('voting', [
      'campaign',
      'candidate',
      'ballot',
      'receipt',
      'results',
      'publicCount',
      'check',
      'comments',
      'about',
    ]),
    subPackage('judging', ['sessions', 'session', 'entry', 'publicSession']),
    subPackage('accounts', [
      'phone',
      'privacy',
      'contents',
      ...onlyOnWeb('signIn'),
      'desk',
      'devices',
      'contact',
      'myData',
    ]),
    subPackage('awards', ['showcase']),
    subPackage('messages', ['inbox', 'settings']),
    subPackage('reporting', ['report', 'myReports', 'case', 'nearby', 'statistics']),
    subPackage('volunteering', [
      'activities',
      'activity',
      'mySignUps',
      'profile',
      'card',
      'teams',
      'team',
      'hours',
      'claim',
      'certificates',
      'verify',
    ]),
    subPackage('organising', ['home', 'series', 'occurrences', 'activity', 'members', 'claims']),
    subPackage('nominations', ['nominate', 'nomination', 'forwarded']),
    subPackage('administration', [
      'overview',
      'work',
      'cases',
      'case',
      'myCases',
      'supervision',
      'hotSpots',
      'caseCategories',
      'caseRouting',
      'caseDuties',
      'workingCalendar',
      'replyTemplates',
      'campaigns',
      'campaignEditor',
      'count',
      'preview',
      'judging',
      'session',
      'winners',
      'awardUnits',
      'trust',
      'candidates',
      'registerCandidate',
      'nominations',
      'nomination',
      'revise',
      'staff',
      'appoint',
      'organisations',
      'organisation',
      'grids',
      'volunteerHours',
      'opinions',
      'audit',
      'operations',
      'apiKeys',
      'hotline',
      'claim',
    ]),
  ],
  window: {
    navigationBarTitleText: '共治',
    navigationBarBackgroundColor: themed('barBackground'),
    navigationBarTextStyle: themed('barText') as 'black',
    backgroundColor: themed('ground'),
    backgroundTextStyle: themed('groundText') as 'dark',
  },
  tabBar: {
    color: themed('tabText'),
    selectedColor: themed('tabSelected'),
    backgroundColor: themed('barBackground'),
    borderStyle: themed('tabBorder') as 'black',
    list: [
      tab('home', '首页'),
      tab('vote', '投票'),
      tab('reporting', '随申拍'),
      tab('volunteering', '志愿'),
      tab('mine', '我的'),
    ],
  },
  requiredPrivateInfos: ['getLocation', 'chooseLocation'],
  permission: { 'scope.userLocation': { desc: '用来填写问题在哪里，以及查看附近的问题和活动' } },
  darkmode: true,
  themeLocation: 'theme.json',
  lazyCodeLoading: 'requiredComponents',
  animation: false,
})
