import { readFileSync } from 'node:fs'
import path from 'node:path'
import { folderOf } from '../../../config/folders'

/** Folder of the built mini-program that WeChat would get. */
export const BUILD = folderOf('dist/weapp')

export interface AppConfiguration {
  /** Every page, of the main package and of the subpackages, the first one first. */
  routes: string[]
  tabs: { route: string; text: string; iconPath: string; selectedIconPath: string }[]
}

interface AppJson {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
  tabBar: { list: { pagePath: string; text: string; iconPath: string; selectedIconPath: string }[] }
}

export function readConfiguration(build = BUILD): AppConfiguration {
  const app = JSON.parse(readFileSync(path.join(build, 'app.json'), 'utf8')) as AppJson
  const inSubPackages = (app.subPackages ?? []).flatMap(({ root, pages }) =>
    pages.map((page) => path.posix.join(root, page)),
  )
  return {
    routes: [...app.pages, ...inSubPackages],
    tabs: app.tabBar.list.map(({ pagePath, ...rest }) => ({ route: pagePath, ...rest })),
  }
}
