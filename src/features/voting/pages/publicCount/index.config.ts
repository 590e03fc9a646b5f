export default definePageConfig({ navigationBarTitleText: '自己数一遍', enablePullDownRefresh: true })
