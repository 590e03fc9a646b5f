export default definePageConfig({ navigationBarTitleText: '公众意见', enablePullDownRefresh: true })
