export default definePageConfig({ navigationBarTitleText: '规则、改动和结果', enablePullDownRefresh: true })
