import { join } from 'node:path'
import type { CloudClock } from './clock'
import { openFunctionLog } from './functions/functionLog'
import type { LocalCloudOptions } from './localCloud'
import { openSigner } from './secret'
import { openFileStore } from './storage/fileStore'
import { createTemporaryLinks } from './storage/temporaryLinks'
import { createUsage } from './storage/usage'
import { readIdentities } from './wechat/identities'
import { openMessageBox } from './wechat/messageBox'
import { createPhoneNumbers } from './wechat/phoneNumbers'
import { createRiskRanks } from './wechat/riskRanks'
import { createSessions } from './wechat/sessions'

export type KeptParts = Awaited<ReturnType<typeof openKeptParts>>

/** Where the database keeps its file. */
export const databaseFolder = ({ dataFolder }: LocalCloudOptions): string => join(dataFolder, 'database')

/** What lives in the data folder, or is about people. `origin` is known when the gateway listens. */
export async function openKeptParts(options: LocalCloudOptions, clock: CloudClock, origin: () => string) {
  const inFolder = (name: string): string => join(options.dataFolder, name)
  const identities = readIdentities(options.peopleFile)
  const numbers = createPhoneNumbers(clock)
  for (const { openid, phone } of identities.values()) if (phone) numbers.setNumber(openid, phone)
  const signer = openSigner(inFolder('secret'))
  return {
    identities,
    numbers,
    ranks: createRiskRanks(),
    sessions: createSessions(signer),
    links: createTemporaryLinks(origin, signer, clock),
    box: openMessageBox(inFolder('messages.jsonl')),
    files: await openFileStore(inFolder('files')),
    usage: createUsage({ database: databaseFolder(options), files: inFolder('files/objects') }),
    functionLog: openFunctionLog({
      folder: inFolder('logs'),
      now: clock.now,
      onLoss: (reason) =>
        options.log({ level: 'error', text: `lines that functions print are not kept: ${reason}` }),
    }),
  }
}
