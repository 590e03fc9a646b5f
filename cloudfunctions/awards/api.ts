import type { awards } from '../../contract/awards'
import { placeOfCampaign } from '../platform/campaigns/campaigns'
import type { Methods } from '../platform/serve'
import { printCompilation } from './compilation'
import { exportResults } from './results'
import { getShowcase } from './showcase'
import { addAwardUnit, awardUnit, checkCondition, listAwardUnits } from './units'
import { confirmWinners, getWinners, proposeWinners, publishWinners } from './winners'

const placeOf = placeOfCampaign

/** Awards' methods, as the contract declares them. */
export const methods: Methods<typeof awards> = {
  getWinners: { placeOf, run: getWinners },
  proposeWinners: { placeOf, run: proposeWinners },
  confirmWinners: { placeOf, run: confirmWinners },
  publishWinners: { placeOf, run: publishWinners },
  getShowcase,

  printCompilation: { placeOf, run: printCompilation },
  exportResults: { placeOf, run: exportResults },

  listAwardUnits: { placeOf, run: listAwardUnits },
  addAwardUnit: { placeOf, run: addAwardUnit },
  checkCondition: { placeOf, run: checkCondition },
  awardUnit: { placeOf, run: awardUnit },
}
