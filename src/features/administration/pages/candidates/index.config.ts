export default definePageConfig({ navigationBarTitleText: '候选组织的文字', enablePullDownRefresh: true })
