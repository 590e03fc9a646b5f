export default definePageConfig({ navigationBarTitleText: '各次活动', enablePullDownRefresh: true })
