export default definePageConfig({ navigationBarTitleText: '工作联系方式' })
