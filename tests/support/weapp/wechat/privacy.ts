import type { Answering } from './answer'
import { ApiFailed } from './answer'

/** Whether this person has agreed to the privacy guide, and what the program asks through. */
export interface Privacy {
  isAgreed: boolean
  contractName: string
}

type Resolve = (decision: { event: 'exposureAuthorization' | 'agree' | 'disagree' }) => void
type NeedAuthorization = (resolve: Resolve, details: { referrer: string }) => void

/**
 * WeChat's privacy consent: an API of the guide waits until the program's own dialog was answered. Not simulated:
 * the dialog that WeChat draws where the program has none; the call is refused there.
 */
export function privacyApis(answering: Answering, privacy: Privacy) {
  let askPerson: NeedAuthorization | undefined
  const authorize = (referrer: string): Promise<undefined> =>
    new Promise((resolve, reject) => {
      if (privacy.isAgreed) return resolve(undefined)
      const refused = new ApiFailed(`${referrer}:fail privacy permission is not authorized`)
      if (!askPerson) return reject(refused)
      askPerson(
        ({ event }) => {
          if (event === 'exposureAuthorization') return
          privacy.isAgreed = event === 'agree'
          if (privacy.isAgreed) resolve(undefined)
          else reject(refused)
        },
        { referrer },
      )
    })
  return {
    getPrivacySetting: answering('getPrivacySetting', () => ({
      needAuthorization: !privacy.isAgreed,
      privacyContractName: privacy.contractName,
    })),
    onNeedPrivacyAuthorization: (listener: NeedAuthorization) => {
      askPerson = listener
    },
    requirePrivacyAuthorize: answering('requirePrivacyAuthorize', () => authorize('requirePrivacyAuthorize')),
    openPrivacyContract: answering('openPrivacyContract'),
  }
}
