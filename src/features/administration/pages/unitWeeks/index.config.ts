export default definePageConfig({ navigationBarTitleText: '单位每周活动', enablePullDownRefresh: true })
