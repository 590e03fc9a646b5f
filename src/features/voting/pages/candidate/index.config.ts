export default definePageConfig({ navigationBarTitleText: '候选', enablePullDownRefresh: true })
