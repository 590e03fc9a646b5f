export default definePageConfig({ navigationBarTitleText: '问题进展', enablePullDownRefresh: true })
