import type { Position } from '@contract/cases/cases'
import Taro from '@tarojs/taro'
import gcoord from 'gcoord'
import { requireConsent } from '@/privacy/consent'

/** Where this phone is: GCJ-02 degrees, right to `accuracy` metres as it estimates. `refused`: the person does not want to be located, which is theirs to say. */
export type Located =
  | { ok: true; position: Position; accuracy: number }
  | { ok: false; reason: 'refused' | 'unavailable' }

type Locate = () => Promise<Located>

/** Long enough for a first fix outdoors, short enough not to wonder. */
const LONGEST_WAIT = 10_000
const HIGH_ACCURACY_WAIT = 4000
/** A position of the last minute will do. */
const FRESH = 60_000
/** `GeolocationPositionError.PERMISSION_DENIED` */
const DENIED = 1

/** What satellites, cameras and browsers tell is WGS-84; maps in China are shifted. */
export const fromSatellites = ({ longitude, latitude }: Position): Position => {
  const [shiftedLongitude, shiftedLatitude] = gcoord.transform(
    [longitude, latitude],
    gcoord.WGS84,
    gcoord.GCJ02,
  )
  return { longitude: shiftedLongitude, latitude: shiftedLatitude }
}

const locateInWechat: Locate = async () => {
  try {
    const { longitude, latitude, accuracy } = await Taro.getLocation({
      type: 'gcj02',
      isHighAccuracy: true,
      highAccuracyExpireTime: HIGH_ACCURACY_WAIT,
    })
    return { ok: true, position: { longitude, latitude }, accuracy }
  } catch (error) {
    const { errMsg = '' } = error as { errMsg?: string }
    return { ok: false, reason: /auth|privacy|permission/i.test(errMsg) ? 'refused' : 'unavailable' }
  }
}

const askBrowser: Locate = () =>
  new Promise((resolve) => {
    if (!navigator.geolocation) return resolve({ ok: false, reason: 'unavailable' })
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ ok: true, position: fromSatellites(coords), accuracy: coords.accuracy }),
      ({ code }) => resolve({ ok: false, reason: code === DENIED ? 'refused' : 'unavailable' }),
      { enableHighAccuracy: true, timeout: LONGEST_WAIT, maximumAge: FRESH },
    )
  })

const locateOnPhone = process.env.TARO_ENV === 'weapp' ? locateInWechat : askBrowser

/** Asks for consent first, then the phone. */
export const locate: Locate = async () =>
  (await requireConsent()) ? locateOnPhone() : { ok: false, reason: 'refused' }
