import type { places } from '../../contract/places'
import type { Methods } from '../platform/serve'
import { addGrid, closeGrid, placeOfGrid, renameGrid } from './grids'
import {
  closeOrganisation,
  reopenOrganisation,
  revealOrganisationContact,
  reviseOrganisation,
} from './organisationChanges'
import {
  getOrganisation,
  listOrganisations,
  placeOfOrganisation,
  registerOrganisation,
} from './organisations'
import { findPlaces, getPlaces, listPlaces } from './table'

/** Places' methods, as the contract declares them. */
export const methods: Methods<typeof places> = {
  listPlaces,
  getPlaces,
  findPlaces,

  addGrid,
  renameGrid: { placeOf: placeOfGrid, run: renameGrid },
  closeGrid: { placeOf: placeOfGrid, run: closeGrid },

  listOrganisations,
  getOrganisation,
  registerOrganisation,
  reviseOrganisation: { placeOf: placeOfOrganisation, run: reviseOrganisation },
  closeOrganisation: { placeOf: placeOfOrganisation, run: closeOrganisation },
  reopenOrganisation: { placeOf: placeOfOrganisation, run: reopenOrganisation },
  revealOrganisationContact: { placeOf: placeOfOrganisation, run: revealOrganisationContact },
}
