export default definePageConfig({ navigationBarTitleText: '派遣规则', enablePullDownRefresh: true })
