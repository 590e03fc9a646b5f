export default definePageConfig({ navigationBarTitleText: '优秀组织奖', enablePullDownRefresh: true })
