export default definePageConfig({ navigationBarTitleText: '随申拍统计', enablePullDownRefresh: true })
