export default definePageConfig({ navigationBarTitleText: '候选组织', enablePullDownRefresh: true })
