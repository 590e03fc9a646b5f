import { createRequire } from 'node:module'

/** Loads a bundled function in this fresh process, calls it twice, and prints how long each step took. */
const loadFrom = process.argv[2] ?? ''
/** What SCF sets; without the first, each request to the database would ask a metadata server first. */
Object.assign(process.env, {
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  SCF_NAMESPACE: 'bench',
  GONGZHI_SECRET: 'only-for-the-bench-0123456789abcdef0123456789',
})
const event = { method: 'castBallot', input: {} }

async function measure(): Promise<void> {
  const startedAt = performance.now()
  const { main } = createRequire(loadFrom)(loadFrom) as { main(event: object): Promise<unknown> }
  const loadedAt = performance.now()
  await main(event)
  const firstAt = performance.now()
  await main(event)
  const load = loadedAt - startedAt
  console.log(JSON.stringify({ load, first: firstAt - loadedAt, second: performance.now() - firstAt }))
}

void measure()
