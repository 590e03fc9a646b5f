export default definePageConfig({ navigationBarTitleText: '登录过的电脑', enablePullDownRefresh: true })
