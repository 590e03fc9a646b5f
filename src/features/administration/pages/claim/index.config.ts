export default definePageConfig({ navigationBarTitleText: '启用第一位管理员' })
