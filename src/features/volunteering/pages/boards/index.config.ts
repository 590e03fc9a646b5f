export default definePageConfig({ navigationBarTitleText: '志愿榜单', enablePullDownRefresh: true })
