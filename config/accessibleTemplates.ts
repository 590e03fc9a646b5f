import path from 'node:path'
import type { IPluginContext } from '@tarojs/service'
import { accessibleComponents } from './accessibleComponents'

interface Platform {
  template: { mergeComponents(context: IPluginContext, components: typeof accessibleComponents): void }
  runtimePath: string | string[]
}

/**
 * Taro's weapp templates leave out WeChat's `aria-*` attributes, so a screen reader would get none of them.
 * This adds them to the templates and, since attributes are numbered alike on both sides, to the runtime.
 */
export default (context: IPluginContext): void => {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform: Platform) {
      if (process.env.TARO_ENV !== 'weapp') return
      platform.template.mergeComponents(context, accessibleComponents)
      platform.runtimePath = [platform.runtimePath, path.join(__dirname, 'accessibleRuntime.ts')].flat()
    },
  })
}
