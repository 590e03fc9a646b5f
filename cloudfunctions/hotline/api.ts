import type { hotline } from '../../contract/hotline'
import type { Methods } from '../platform/serve'
import { dropImport, finishImport, listImports, placeOfImport, startImport } from './imports'
import { putTickets } from './receiving'

/** Hotline tickets: received part by part, then made cases of, all or none. */
export const methods: Methods<typeof hotline> = {
  startImport,
  putTickets: { placeOf: placeOfImport, run: putTickets },
  finishImport: { placeOf: placeOfImport, run: finishImport },
  dropImport: { placeOf: placeOfImport, run: dropImport },
  listImports,
}
