import { readPart, TYPED_PARTS, type TypedForm, type TypedPart, withPart } from './typed'

/** The same draft, changed on two devices since the cloud last had it. Pure. */

export interface Merged {
  /** With this device's words where both have changed the same part. */
  form: TypedForm
  /** Parts that both have changed, differently: a person must choose. */
  conflicts: TypedPart[]
}

/** What only one of the two has changed is taken from that one. */
export const mergeForms = (base: TypedForm, mine: TypedForm, theirs: TypedForm): Merged => {
  let form = mine
  const conflicts: TypedPart[] = []
  for (const part of TYPED_PARTS) {
    const [before, here, there] = [base, mine, theirs].map((each) => readPart(each, part))
    if (there === undefined || there === before || there === here) continue
    if (here === before) form = withPart(form, part, there)
    else conflicts.push(part)
  }
  return { form, conflicts }
}

/** Those parts as the other device has them. */
export const withTheirs = (form: TypedForm, theirs: TypedForm, parts: TypedPart[]): TypedForm =>
  parts.reduce((result, part) => withPart(result, part, readPart(theirs, part)), form)
