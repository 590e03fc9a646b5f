export default definePageConfig({ navigationBarTitleText: '改这一次' })
