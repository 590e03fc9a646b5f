export default definePageConfig({ navigationBarTitleText: '投票活动', enablePullDownRefresh: true })
