import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import development from './dev'
import production from './prod'

const root = path.resolve(__dirname, '..')
/** The contract and its validator lie outside src, so Taro must be told to compile them for old phones too. */
const alsoCompiled = [path.join(root, 'contract'), path.join(root, 'node_modules/valibot')]

/** 750 design pixels are the width of every phone; styles are written in them and become rpx or rem. */
const shared: UserConfigExport<'webpack5'> = {
  projectName: 'gongzhi',
  date: '2026-11-21',
  designWidth: 750,
  deviceRatio: { 640: 1.17, 750: 1, 375: 2, 828: 0.905 },
  sourceRoot: 'src',
  outputRoot: `dist/${process.env.TARO_ENV}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: process.env.NODE_ENV === 'development' },
  plugins: [path.join(__dirname, 'accessibleTemplates.ts')],
  /** theme.json names the tab bar's icons, and WeChat's map its pins, where Taro does not look for files. */
  copy: {
    patterns: ['tabBar', 'map'].map((folder) => ({
      from: `src/assets/${folder}/`,
      to: `dist/${process.env.TARO_ENV}/assets/${folder}/`,
    })),
    options: {},
  },
  /** What differs between deployments. A function has the same value in its environment. */
  /** Both belong to a deployment; without them: the first cloud environment, the functions of one machine. */
  defineConstants: {
    CLOUD_ENVIRONMENT: JSON.stringify(process.env.TARO_APP_CLOUD_ENVIRONMENT ?? ''),
    HTTP_ORIGIN: JSON.stringify(process.env.TARO_APP_HTTP_ORIGIN ?? '.'),
    MAP_TILES: JSON.stringify({
      url: process.env.TARO_APP_MAP_TILES ?? '',
      attribution: process.env.TARO_APP_MAP_ATTRIBUTION ?? '',
      datum: process.env.TARO_APP_MAP_TILES_DATUM ?? 'wgs84',
    }),
  },
  alias: { '@': path.join(root, 'src'), '@contract': path.join(root, 'contract') },
  mini: {
    optimizeMainPackage: { enable: true },
    compile: { include: alsoCompiled },
    miniCssExtractPluginOption: { ignoreOrder: true },
    postcss: { pxtransform: { enable: true }, cssModules: { enable: false } },
  },
  h5: {
    publicPath: './',
    router: { mode: 'hash' },
    compile: { include: alsoCompiled },
    webpackChain(chain) {
      /** Served by one machine or its neighbourhood, and cached: webpack's advice on size is for other sites. */
      chain.performance.hints(false)
      chain.stats('errors-warnings')
      chain.optimization.splitChunks({
        chunks: 'all',
        cacheGroups: {
          kit: {
            test: /[\\/]src[\\/](components|cloud|styles)[\\/]/,
            name: 'kit',
            minChunks: 2,
            enforce: true,
          },
        },
      })
    },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[chunkhash:8].css',
    },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[chunkhash:8].js' },
    postcss: {
      autoprefixer: { enable: true },
      pxtransform: { enable: true },
      cssModules: { enable: false },
    },
  },
}

export default defineConfig<'webpack5'>((merge) =>
  merge({}, shared, process.env.NODE_ENV === 'development' ? development : production),
)
