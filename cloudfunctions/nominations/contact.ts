import { FIELD_KEYS, type FieldKey, FORM_FIELDS, type FormField } from '../../contract/campaigns'
import type { NominationValues } from '../../contract/nominations'
import { seal, unseal } from '../platform/sealed'
import type { NominationRow } from './rows'

/** Fields that name a person or a telephone are kept apart from the others, sealed for their row. */

export const isSealed = (key: FieldKey): boolean => {
  const { input } = FORM_FIELDS[key]
  return input === 'person' || input === 'phone'
}

type Kept = Pick<NominationRow, '_id' | 'values' | 'sealedContact'>

const pick = (values: NominationValues, isWanted: (key: FieldKey) => boolean): NominationValues => {
  const picked: NominationValues = {}
  for (const key of FIELD_KEYS) {
    const value = values[key]
    if (value !== undefined && isWanted(key)) picked[key] = value
  }
  return picked
}

/** Parts what was typed; what the form does not ask for is left out. */
export function partedValues(
  nominationId: string,
  values: NominationValues,
  fields: Pick<FormField, 'key'>[],
): Pick<NominationRow, 'values' | 'sealedContact'> {
  const asked = new Set(fields.map(({ key }) => key))
  const contact = pick(values, (key) => asked.has(key) && isSealed(key))
  const isGiven = Object.values(contact).some((value) => String(value).trim() !== '')
  return {
    values: pick(values, (key) => asked.has(key) && !isSealed(key)),
    sealedContact: isGiven ? seal(nominationId, JSON.stringify(contact)) : null,
  }
}

/** Only for the author, for acts that are audited, and for checking a form. */
export const contactOf = ({ _id, sealedContact }: Kept): NominationValues =>
  sealedContact === null ? {} : (JSON.parse(unseal(_id, sealedContact)) as NominationValues)

/** Everything that was filled in; not to be shown to anyone but the author. */
export const allValues = (row: Kept): NominationValues => ({ ...row.values, ...contactOf(row) })
