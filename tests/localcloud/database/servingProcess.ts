import { join } from 'node:path'
import { startAdminService } from '../../../localcloud/adminProtocol/service'

/** A process of its own, to be killed: serves the database in the folder it is given and prints its address. */
startAdminService({
  folder: process.argv[2] ?? '',
  schema: {
    collections: [
      {
        name: 'ballots',
        indexes: [
          {
            name: 'byBucket',
            unique: false,
            fields: [
              { path: 'bucket', order: 1 },
              { path: 'tags', order: 1 },
            ],
          },
        ],
      },
    ],
  },
  workerFile: join(__dirname, 'databaseWorker.js'),
  answerElsewhere: async () => ({ json: {} }),
  log: ({ text }) => console.error(text),
}).then(({ url }) => console.log(url))
