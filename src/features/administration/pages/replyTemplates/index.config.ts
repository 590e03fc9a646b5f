export default definePageConfig({ navigationBarTitleText: '回复模板', enablePullDownRefresh: true })
