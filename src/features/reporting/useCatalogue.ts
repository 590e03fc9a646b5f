import type { Catalogue } from '@contract/cases/categories'
import Taro from '@tarojs/taro'
import { call } from '@/cloud/call'
import { useAnswer } from '@/cloud/useAnswer'

/** The same for everybody on this phone. */
const KEY = 'reportCatalogue'

const keep = (catalogue: Catalogue): void => {
  try {
    Taro.setStorageSync(KEY, catalogue)
  } catch {
    // Without room for it, reporting needs a network.
  }
}

/** The categories; without a network, as they were last. The cloud judges by its own. */
export const useCatalogue = () =>
  useAnswer('catalogue', async () => {
    const answer = await call('reporting', 'getCatalogue', {})
    if (answer.ok) keep(answer.value)
    const kept = Taro.getStorageSync<Catalogue | ''>(KEY)
    return !answer.ok && kept ? { ok: true as const, value: kept } : answer
  })
