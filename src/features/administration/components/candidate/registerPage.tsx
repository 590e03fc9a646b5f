import type { Campaign } from '@contract/voting'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { errorText } from '@/cloud/errorText'
import { Button } from '@/components/button'
import { EmptyState } from '@/components/emptyState'
import { Notice } from '@/components/notice'
import { goBack, replaceBy, routes } from '@/routes'
import { kindWords } from '@/words/kinds'
import { isPaperOpen } from '../../candidateDraft'
import { useRegistering } from '../../useRegistering'
import type { Staff } from '../../useStaff'
import { placeToRegister } from '../../workplace'
import { KeptDraft } from '../keptDraft'
import '../campaignEditor/editorPage.scss'
import { Basics } from './basics'
import { Facts } from './facts'
import type { PartProps } from './part'
import { CandidatePhotos } from './photos'

const Problems = ({ registering: { problems, refusal } }: PartProps) =>
  problems.length > 0 || refusal !== null ? (
    <Notice kind="error" title="还没有登记">
      {problems.length > 0 ? problems.map(({ path, message }) => <View key={path}>{message}</View>) : refusal}
    </Notice>
  ) : null

const Registered = ({ registering, campaign }: PartProps) => {
  const { registered, another } = registering
  if (!registered) return null
  return (
    <View className="editorSections">
      <Notice kind="success" title={`已登记为 ${registered.number} 号`}>
        {registered.name}已经在选票上，所有人都看得到。文字可以在候选名单里修改，照片不能再换。
      </Notice>
      <Button icon="add" onPress={another}>
        再登记一个
      </Button>
      <Button kind="secondary" onPress={() => replaceBy(routes.candidatesOf(campaign.campaignId))}>
        看候选名单
      </Button>
    </View>
  )
}

const toTop = () => void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })

const Form = ({ campaign, within }: { campaign: Campaign; within: string }) => {
  const registering = useRegistering(campaign)
  const props: PartProps = { registering, campaign }
  if (registering.registered) return <Registered {...props} />
  const register = async () => {
    await registering.register()
    toTop()
  }
  return (
    <>
      <KeptDraft savedAt={props.registering.draft.savedAt} onDrop={props.registering.startAnew} />
      <View className="editorSections">
        <Problems {...props} />
        <Basics {...props} within={within} />
        <Facts {...props} />
        <CandidatePhotos {...props} />
        <Button onPress={register}>登记{kindWords[campaign.kind].candidate}</Button>
      </View>
    </>
  )
}

/** Why nothing can be registered any more. */
const closedWords = ({ rulesFrozenAt }: Campaign): string =>
  rulesFrozenAt === null
    ? '投票已经结束，选票不能再改。'
    : errorText({ code: 'rules_frozen', frozenAt: rulesFrozenAt })

/** One candidate after another, until the first ballot freezes the ballot paper. */
export const RegisterPageContent = ({ campaign, staff }: { campaign: Campaign; staff: Staff }) => {
  const within = placeToRegister(staff.grants, campaign.cityCode, staff.placeCode)
  if (within === null)
    return (
      <EmptyState
        icon="lock"
        reason="只有市、区的管理员和审核员可以登记候选"
        way={{ text: '返回', onPress: goBack }}
      />
    )
  return isPaperOpen(campaign) ? (
    <Form campaign={campaign} within={within} />
  ) : (
    <EmptyState icon="lock" reason={closedWords(campaign)} way={{ text: '返回', onPress: goBack }} />
  )
}
