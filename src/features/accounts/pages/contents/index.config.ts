export default definePageConfig({ navigationBarTitleText: '我写的内容', enablePullDownRefresh: true })
