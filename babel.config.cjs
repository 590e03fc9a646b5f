/** Babel as Taro needs it; only the mini-program's own code passes through here. */
module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5' }]],
}
