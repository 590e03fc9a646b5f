export default definePageConfig({ navigationBarTitleText: '我的处置', enablePullDownRefresh: true })
