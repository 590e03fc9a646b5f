import type { UserConfigExport } from '@tarojs/cli'

const development: UserConfigExport<'webpack5'> = {
  logger: { quiet: true, stats: false },
  mini: {},
  h5: {},
}

export default development
