export default definePageConfig({ navigationBarTitleText: '候选的文字', enablePullDownRefresh: true })
