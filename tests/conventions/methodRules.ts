import type { Service } from '../../contract/method'
import { services as declared } from '../../contract/services'
import type { SourceFile } from './tree'

/** Every service of the contract, by the name of its function. */
export const services: Record<string, Service> = declared

const methodsOf = (name: string): string[] => Object.keys(services[name] ?? {})

const textOf = (files: SourceFile[], path: string): string =>
  files.find((file) => file.path === path)?.text ?? ''

/** Services that the contract declares and this list does not know. One may be part of another: `...trust`. */
export const unknownServices = (files: SourceFile[]): string[] => {
  const contract = files.filter(({ path }) => path.startsWith('contract/'))
  const isPart = (name: string) => contract.some(({ text }) => text.includes(`\n  ...${name},\n`))
  return contract
    .filter(({ text }) => /=\s*service\(\{/.test(text))
    .map(({ path }) => path.replace('contract/', '').replace('.ts', ''))
    .filter((name) => !(name in services) && !isPart(name))
}

/** Methods that the function's table of methods does not name. */
export const unimplemented = (files: SourceFile[]): string[] =>
  Object.keys(services).flatMap((service) => {
    const api = textOf(files, `cloudfunctions/${service}/api.ts`)
    const table = api.slice(api.indexOf('export const methods'))
    return methodsOf(service)
      .filter((method) => !new RegExp(`\\b${method}\\b`).test(table))
      .map((method) => `${service}.${method}`)
  })

/** Methods that no test of the cloud calls: `person.voting('castBallot'`, or `'voting.castBallot'`. */
export const untested = (files: SourceFile[]): string[] => {
  const tests = files.filter(({ path }) => /^tests\/cloudfunctions\/.*\.test\.ts$/.test(path))
  return Object.keys(services).flatMap((service) =>
    methodsOf(service)
      .filter((method) => {
        const call = new RegExp(`\\.${service}\\(\\s*'${method}'|'${service}\\.${method}'`)
        return !tests.some(({ text }) => call.test(text))
      })
      .map((method) => `${service}.${method}`),
  )
}

/** Functions that could not be deployed as they are. */
export const undeployable = (files: SourceFile[]): string[] => {
  const paths = new Set(files.map(({ path }) => path))
  return [...paths]
    .map((path) => /^cloudfunctions\/([^/]+)\/index\.ts$/.exec(path)?.[1])
    .filter((name) => name !== undefined)
    .flatMap((name) => ['config.json', 'package.json'].map((file) => `cloudfunctions/${name}/${file}`))
    .filter((file) => !paths.has(file))
}
