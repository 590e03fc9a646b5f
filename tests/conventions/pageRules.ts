import type { SourceFile } from './tree'

/** What of src/app.config.ts is about pages. */
export interface AppPages {
  pages: string[]
  subPackages: { root: string; pages: string[] }[]
  tabBar: { list: { pagePath: string }[] }
}

export const registeredPages = ({ pages, subPackages }: AppPages): string[] => [
  ...pages,
  ...subPackages.flatMap((subPackage) => subPackage.pages.map((page) => `${subPackage.root}/${page}`)),
]

const isPage = (path: string) => /^src\/(pages|features\/[^/]+\/pages)\/[^/]+\/index\.tsx$/.test(path)

/** Page files that WeChat would not know. */
export const unregistered = (files: SourceFile[], app: AppPages): string[] => {
  const known = new Set(registeredPages(app))
  return files
    .map(({ path }) => path)
    .filter((path) => isPage(path) && !known.has(path.replace(/^src\/|\.tsx$/g, '')))
}

/** Registered pages without a file. */
export const missing = (files: SourceFile[], app: AppPages): string[] => {
  const paths = new Set(files.map(({ path }) => path))
  return registeredPages(app).filter((page) => !paths.has(`src/${page}.tsx`))
}

/** Pages that no other page leads to: their address, or its name in src/routes.ts, is used nowhere else. */
export const unreachable = (files: SourceFile[], app: AppPages): string[] => {
  const tabs = app.tabBar.list.map(({ pagePath }) => pagePath)
  const routes = files.find(({ path }) => path === 'src/routes.ts')?.text ?? ''
  return registeredPages(app)
    .filter((page) => !tabs.includes(page))
    .filter((page) => {
      const own = `src/${page.slice(0, page.lastIndexOf('/'))}/`
      const others = files.filter(
        ({ path }) => /^src\/.*\.tsx?$/.test(path) && !path.startsWith(own) && !OVERVIEWS.has(path),
      )
      const name = nameOfRoute(routes, page)
      return !others.some(
        ({ text }) =>
          text.includes(`/${page}`) ||
          (name !== undefined && new RegExp(`\\broutes\\.${name}\\b`).test(text)),
      )
    })
}

/** They list every page, so being named there leads nobody to it. */
const OVERVIEWS = new Set(['src/routes.ts', 'src/app.config.ts'])

/** The key in src/routes.ts whose address is this page. */
const nameOfRoute = (routes: string, page: string): string | undefined =>
  routes
    .split(/^ {2}(?=\w+:)/m)
    .find((entry) => entry.includes(`/${page}`))
    ?.split(':')[0]

/** Components for everyone that no test imports. */
export const untestedComponents = (files: SourceFile[]): string[] => {
  const components = new Set(
    files
      .map(({ path }) => /^src\/components\/([^/]+)\/index\.tsx$/.exec(path)?.[1])
      .filter((name) => name !== undefined),
  )
  const tests = files.filter(({ path }) => /^tests\/.*\.test\.tsx?$/.test(path))
  return [...components].filter(
    (name) => !tests.some(({ text }) => new RegExp(`['"]@/components/${name}['"/]`).test(text)),
  )
}
