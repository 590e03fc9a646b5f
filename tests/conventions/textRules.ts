import type { SourceFile } from './tree'

/** Something that must not stand in certain files. */
export interface TextRule {
  name: string
  pattern: RegExp
  /** Files that the rule is about. */
  applies: (path: string) => boolean
  /** How to put it right. */
  advice: string
  /** A file that breaks the rule, to show that the rule sees it. */
  broken: SourceFile
}

const isCode = (path: string) => /\.(ts|tsx|cjs|scss)$/.test(path)
const isTest = (path: string) => /^tests\/.*\.test\.tsx?$/.test(path)
/** These files name what they forbid. */
const isRule = (path: string) => path.startsWith('tests/conventions/')
const isStyle = (path: string) => path.startsWith('src/') && path.endsWith('.scss')
/** The panel beside the phone frame is read at a desk and does not grow with the phone's type. */
const isPhoneStyle = (path: string) => isStyle(path) && !path.startsWith('src/localPanel/')

export const textRules: TextRule[] = [
  {
    name: 'only src/cloud reaches the cloud',
    pattern: /\b(Taro|wx)\.cloud\b/,
    applies: (path) => path.startsWith('src/') && !path.startsWith('src/cloud/'),
    advice: 'Call it through src/cloud/call (or add what is missing to src/cloud).',
    broken: { path: 'src/pages/home/index.tsx', text: "Taro.cloud.callFunction({ name: 'voting' })" },
  },
  {
    name: 'no test is skipped, and none runs alone',
    pattern: /\b(describe|test|it)\.(skip|only|todo|failing)\b|\b(xit|xtest|xdescribe|fit|fdescribe)\(/,
    applies: isTest,
    advice: 'Mend the test or delete it; remove .only.',
    broken: { path: 'tests/a.test.ts', text: "test.skip('a resident votes', () => {})" },
  },
  {
    name: 'tests of the cloud fake nothing',
    pattern: /\bjest\.(mock|doMock|spyOn)\(/,
    applies: (path) => isTest(path) && path.startsWith('tests/cloudfunctions/'),
    advice:
      'Call the functions on a started local cloud (tests/support/cloud.ts) and set its stand-ins by control.',
    broken: { path: 'tests/cloudfunctions/voting/a.test.ts', text: "jest.mock('wx-server-sdk')" },
  },
  {
    name: 'nothing is left for later',
    pattern: /\b(TODO|FIXME|XXX|HACK)\b|敬请期待|功能开发中/,
    applies: (path) => !isRule(path),
    advice: 'Do it now, or leave it out and say so where plans are kept.',
    broken: { path: 'src/pages/home/index.tsx', text: '<View>敬请期待</View>' },
  },
  {
    name: 'nothing names a folder of one machine',
    pattern: /(?<![\w.\-/@*])\/(home|root|Users|work)\/\w|[A-Z]:\\\\?Users\\/,
    applies: (path) => !isRule(path),
    advice: 'Use folderOf() from config/folders, os.tmpdir(), or an option.',
    broken: { path: 'config/start.ts', text: "const data = '/home/ann/gongzhi'" },
  },
  {
    name: 'colours are tokens',
    pattern: /#[0-9a-fA-F]{3,8}\b|\b(rgb|hsl)a?\(/,
    applies: (path) => isStyle(path) && !path.startsWith('src/styles/'),
    advice:
      'Use a token of src/styles/tokens.scss, such as var(--ink); a new colour needs its contrast computed.',
    broken: { path: 'src/components/card/index.scss', text: '.card { color: #333; }' },
  },
  {
    name: 'type sizes are tokens',
    pattern: /\bfont-size\s*:|\bfont\s*:\s*[^;]*\d(px|rpx|rem|em)/,
    applies: (path) => isPhoneStyle(path) && !path.startsWith('src/styles/'),
    advice: 'Use @include mixins.type("body"), so that it follows care mode and the system’s type size.',
    broken: { path: 'src/components/card/index.scss', text: '.card { font-size: 28px; }' },
  },
  {
    name: 'no type error is silenced',
    pattern: /@ts-(ignore|nocheck|expect-error)\b|\bas any\b/,
    applies: (path) => /\.tsx?$/.test(path) && !isRule(path),
    advice: 'Give it its type.',
    broken: { path: 'src/app.tsx', text: 'const value = answer as any' },
  },
  {
    name: 'the product prints nothing by itself',
    pattern: /\bconsole\.(log|debug)\(/,
    applies: (path) =>
      isCode(path) && /^(src|contract|cloudfunctions)\//.test(path) && !path.endsWith('platform/log.ts'),
    advice: 'Cloud functions log through platform/log; the mini-program logs nothing.',
    broken: { path: 'src/app.tsx', text: "console.log('here')" },
  },
]

/** Every line that breaks the rule, as `path:line: text`. */
export const breaches = (rule: TextRule, files: SourceFile[]): string[] =>
  files
    .filter(({ path }) => rule.applies(path))
    .flatMap(({ path, text }) =>
      text
        .split('\n')
        .map((line, index) => ({ line, place: `${path}:${index + 1}` }))
        .filter(({ line }) => rule.pattern.test(line))
        .map(({ line, place }) => `${place}: ${line.trim()}`),
    )
