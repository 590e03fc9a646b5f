export default definePageConfig({ navigationBarTitleText: '志愿服务月报', enablePullDownRefresh: true })
