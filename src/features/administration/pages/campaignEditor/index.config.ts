export default definePageConfig({ navigationBarTitleText: '办理活动' })
