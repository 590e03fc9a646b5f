export default definePageConfig({ navigationBarTitleText: '异常投票和选票处理', enablePullDownRefresh: true })
