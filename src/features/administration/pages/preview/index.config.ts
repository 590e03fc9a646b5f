export default definePageConfig({ navigationBarTitleText: '换一种算法看看' })
