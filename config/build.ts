import { checkBudget } from './budget'
import { buildClient } from './buildClient'
import { buildFunctions } from './buildFunctions'
import { buildLocalcloud } from './buildLocalcloud'
import { folderOf } from './folders'

/** `npm run build`: what a city deploys (mini-program and cloud functions), within its size budget. */
async function main(): Promise<void> {
  const names = await buildFunctions()
  console.log(`cloud functions: ${names.join(', ')} → dist/cloudfunctions`)
  await buildLocalcloud()
  await buildClient('weapp')
  console.log('mini-program → dist/weapp')
  checkBudget(folderOf('dist/weapp'))
}

main().catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
