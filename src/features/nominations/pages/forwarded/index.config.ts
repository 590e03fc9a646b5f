export default definePageConfig({ navigationBarTitleText: '各区推荐', enablePullDownRefresh: true })
