export default definePageConfig({ navigationBarTitleText: '计票和候选名单', enablePullDownRefresh: true })
