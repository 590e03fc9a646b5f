export default definePageConfig({
  navigationBarTitleText: '成果展示',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
  enableShareTimeline: true,
})
