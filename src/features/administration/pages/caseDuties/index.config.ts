export default definePageConfig({ navigationBarTitleText: '职责单位', enablePullDownRefresh: true })
