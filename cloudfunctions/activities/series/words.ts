import type { SeriesPlan } from '../../../contract/volunteering/activities'
import type { SignedInCaller } from '../../platform/caller'
import type { Call } from '../../platform/checks'
import { checkText } from '../../platform/contents/machine'

/** Words of leaders stand where everybody reads them: they must pass WeChat's check, as those of the public. */

type Written = Pick<SeriesPlan, 'theme' | 'description' | 'address' | 'insurance' | 'roles'>

/** Everything of a plan or a day that a leader writes freely. */
export const wordsOf = ({ theme, description, address, insurance, roles }: Written): string =>
  [theme, description, address, insurance, ...roles.map(({ name }) => name)].filter(Boolean).join('\n')

/** What is kept already is not asked about again; an administrator's words are their own act. */
export async function refusalOfWords(
  { caller, grants }: Pick<Call<unknown, SignedInCaller>, 'caller' | 'grants'>,
  words: string,
  before: string | null,
): Promise<{ code: 'words_refused' | 'words_unchecked' } | null> {
  if (words === before || grants.some(({ role }) => role === 'administrator')) return null
  const verdict = caller.openid && (await checkText(caller.openid, words))
  if (verdict === 'pass') return null
  return { code: verdict ? 'words_refused' : 'words_unchecked' }
}
