import Taro from '@tarojs/taro'

/** Addresses of the pages: features find each other by these, never by importing one another. */
export const routes = {
  home: '/pages/home/index',
  vote: '/pages/vote/index',
  mine: '/pages/mine/index',
  campaign: (campaignId: string) => `/features/voting/pages/campaign/index?campaignId=${campaignId}`,
  candidate: (campaignId: string, candidateId: string) =>
    `/features/voting/pages/candidate/index?campaignId=${campaignId}&candidateId=${candidateId}`,
  ballot: (campaignId: string) => `/features/voting/pages/ballot/index?campaignId=${campaignId}`,
  /** `arrival` says how one came here: having just voted, or by trying to vote again. */
  receipt: (campaignId: string, arrival?: 'cast' | 'again') =>
    `/features/voting/pages/receipt/index?campaignId=${campaignId}${arrival ? `&arrival=${arrival}` : ''}`,
  results: (campaignId: string) => `/features/voting/pages/results/index?campaignId=${campaignId}`,
  checkReceipt: '/features/voting/pages/check/index',
  phone: '/features/accounts/pages/phone/index',
  privacy: '/features/accounts/pages/privacy/index',
  administration: '/features/administration/pages/overview/index',
  count: (campaignId: string) => `/features/administration/pages/count/index?campaignId=${campaignId}`,
  candidatesOf: (campaignId: string) =>
    `/features/administration/pages/candidates/index?campaignId=${campaignId}`,
  reviseCandidate: (candidateId: string) =>
    `/features/administration/pages/revise/index?candidateId=${candidateId}`,
  auditTrail: (cityCode: string) => `/features/administration/pages/audit/index?cityCode=${cityCode}`,
}

export const open = (url: string) => Taro.navigateTo({ url })
export const replaceBy = (url: string) => Taro.redirectTo({ url })
export const openTab = (url: string) => Taro.switchTab({ url })

/** Goes back, or home when this page was opened by a link. */
export const goBack = () =>
  Taro.getCurrentPages().length > 1 ? Taro.navigateBack() : Taro.switchTab({ url: routes.home })
