export default definePageConfig({ navigationBarTitleText: '投票凭证', enablePullDownRefresh: true })
