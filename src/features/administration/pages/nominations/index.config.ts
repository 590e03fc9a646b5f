export default definePageConfig({ navigationBarTitleText: '申报情况', enablePullDownRefresh: true })
