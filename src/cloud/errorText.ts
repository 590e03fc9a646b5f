import type { ErrorCode } from '@contract/errors'
import { momentWords } from '@/words/moments'
import { frozenSentence } from '@/words/planChanges'
import type { CloudError } from './services'

type Sentence<Code extends ErrorCode> = (error: Extract<CloudError, { code: Code }>) => string

/** What failed and what to do now, for every code. A code without a sentence does not compile. */
const sentences: { [Code in ErrorCode]: Sentence<Code> } = {
  not_signed_in: () => '还没有登录。请先登录，再试一次。',
  not_allowed: () => '你的身份不能做这件事。需要的话，请联系本市管理员。',
  wechat_needed: () => '这件事要在微信里做。请在手机上打开小程序，再试一次。',
  unknown_method: () => '程序需要更新。请关闭后重新打开，再试一次。',
  invalid_input: ({ fields }) => fields.map(({ message }) => message).join('；'),
  too_many_requests: ({ retryAfterSeconds }) => `操作太快了。请等 ${retryAfterSeconds} 秒再试。`,
  internal: () => '程序出了问题，我们已经记下。请稍后再试；还不行，请把问题编号告诉我们。',
  busy: () => '现在使用的人很多。请稍等一会儿，再试一次。',
  no_connection: () => '没有连上网络。请检查网络，再试一次。',
  session_ended: () => '登录已经结束。请重新登录，再试一次。',
  campaign_not_found: () => '没有找到这个活动。请回到首页，从列表中打开。',
  candidate_not_found: () => '没有找到这个候选。请回到活动页，从列表中打开。',
  voting_not_open: ({ opensAt, closesAt }) =>
    `现在不是投票时间。投票时间是 ${momentWords(opensAt)} 至 ${momentWords(closesAt)}。`,
  already_voted: () => '你已经投过票了。你的选票已经保存好。',
  phone_needed: () => '这次投票需要先验证手机号。验证后再提交选票。',
  choices_out_of_range: ({ min, max }) =>
    min === max ? `请选择 ${min} 个，再提交选票。` : `请选择 ${min} 至 ${max} 个，再提交选票。`,
  candidate_not_on_ballot: () => '选票上有的已不在候选之列。请取消后重新选择。',
  receipt_not_found: () => '没有找到这个凭证号。请核对后再输入。',
  results_not_published: () => '结果还没有公布。公布后可以在这里看到。',
  results_already_published: () => '结果已经公布，现在就可以查看。',
  rules_frozen: ({ frozenAt }) => `已经有人投票，规则从 ${momentWords(frozenAt)} 起不能再改。`,
  plan_frozen: ({ frozen }) => frozen.map(frozenSentence).join(''),
  times_fixed: ({ problems }) => problems.map(({ message }) => message).join('；'),
  too_many_candidates: () => '候选的数量已到上限，不能再添加。',
  voting_closed: () => '投票已经结束，文字不能再改。',
  revised_meanwhile: () => '别人刚刚改过这段文字。请重新打开，在新的文字上修改。',
  changed_meanwhile: () => '别人刚刚改过。请重新打开，看过新的内容再改。',
  voting_not_settled: ({ settledAt }) =>
    `投票和保存选票还没有结束。请在 ${momentWords(settledAt)} 之后再做。`,
  recount_not_found: () => '没有找到这次清点。请重新清点一次。',
  recount_needed: () => '需要先完成一次清点，并且与计票结果一致。',
  no_ballots: () => '还没有选票，不能生成名单。',
  rulings_open: ({ rulings }) => `还有 ${rulings} 项选票处理没有决定。请先确认或者退回，再封存选票。`,
  list_already_confirmed: () => '名单已经确认，不能重新生成。',
  list_not_ready: () => '名单已经有变化。请刷新后核对，再试一次。',
  phone_code_invalid: () => '手机号验证没有成功。请重新点“验证手机号”。',
  phone_service_unavailable: () => '微信的手机号服务暂时连不上。请稍后再试。',
  claim_refused: () => '部署口令不正确，或者已经有人使用过。',
  cannot_grant_to_self: () => '不能给自己授权。请由另一位管理员操作。',
  grant_not_found: () => '没有找到这项授权。请刷新后再看。',
  cannot_end_own_role: () => '不能结束自己的授权。请由另一位管理员操作。',
  end_has_passed: () => '结束时间已经过去。请选一个以后的时间。',
  organisation_not_found: () => '没有找到这个组织，或者它已经停用。请重新选择。',
  category_not_found: () => '这个类别已经不再使用。请重新选择类别。',
  case_not_found: () => '没有找到这个案件。请回到列表，从列表中打开。',
  case_not_open: () => '这个问题已经办结，不能再补充。如果又出现了，请重新上报。',
  own_case: () => '这是你自己上报的问题，进展会通知你。',
  not_rateable: () => '这个问题现在不能评价，或者已经评价过了。',
  rating_ended: () => '评价的时间已经过了。如果问题还在，请重新上报。',
  reason_needed: () => '请选一个不满意的原因，或者写一句话。',
  not_withdrawable: () => '已经派给部门处理，不能撤回。可以补充说明。',
  department_not_found: () => '没有找到这个部门，或者它已经停用。请重新选择。',
  colleague_not_found: () => '没有找到这位同事，或者对方不再是这个部门的处置员。',
  time_has_passed: () => '这个时间已经过去。请选一个以后的时间。',
  nothing_above: () => '这里已经是最上一级，不能再上报。',
  nothing_asked: () => '部门的申请已经答复过了。请刷新后再看。',
  cannot_merge: () => '不能并入这个案件：它已经办结、已经合并，或者就是它自己。',
  not_top_place: () => '这项设置由全市统一维护，请联系本市管理员。',
  category_name_taken: () => '已经有同名的类别。请换一个名称。',
  too_many_categories: () => '类别的数量已到上限。请先停用不用的类别。',
  choices_needed: () => '单选的问题至少要有两个选项。',
  day_not_in_year: () => '有的日期不在这一年，或者既是放假又是上班。请核对。',
  too_many_templates: () => '模板的数量已到上限。请先删除不用的模板。',
  import_not_found: () => '没有找到这次导入。请重新导入。',
  import_not_receiving: () => '这次导入已经结束，不能再改。',
  too_many_keys: () => '密钥的数量已到上限。请先停用不用的密钥。',
  key_not_found: () => '没有找到这个密钥。请刷新后再看。',
  time_too_far: ({ days }) => `最多到 ${days} 天以后。到期可以再申请。`,
  too_few_photos: ({ min }) => `请至少拍 ${min} 张照片。`,
  answer_missing: ({ label }) => `请回答“${label}”。`,
  step_not_allowed: () => '案件的状态已经变了，现在不能做这一步。请刷新后再看。',
  rows_missing: ({ missing }) => `还有 ${missing} 行没有传完。请继续上传。`,
  rows_faulty: ({ faulty }) => `有 ${faulty} 行有问题。请改好后再导入，一行也没有导入。`,
  not_above: () => '管理员要由上一级的管理员任命和结束。请联系上一级管理员。',
  place_not_found: () => '没有找到这个地区。请重新选择。',
  grid_not_found: () => '没有找到这个网格。请刷新后再看。',
  grid_name_taken: () => '这个居村已经有同名的网格。请换一个名称。',
  too_many_grids: () => '这个居村的网格编号已经用完，不能再添加。',
  organisation_name_taken: ({ isClosed }) =>
    isClosed
      ? '这里有一个同名的组织已经停用。请恢复它，或者换一个名称。'
      : '这里已经有同名的组织。请核对后再登记。',
  organisation_closed: () => '这个组织已经停用。请先恢复，再修改。',
  words_refused: () => '文字没有通过内容检查。请修改后再保存。',
  words_unchecked: () => '现在不能检查文字。请在手机上稍后再试，或者请管理员修改。',
  kind_is_fixed: () => '组织类别由管理员修改。请联系管理员。',
  contact_not_given: () => '对方没有留下联系电话。',
  sign_in_expired: () => '登录码不对或者已经过期。请在电脑上重新取一个登录码。',
  sign_in_refused: () => '手机上选择了“不是我”，这次登录已经取消。',
  device_not_found: () => '没有找到这台设备，可能已经退出。请刷新后再看。',
  still_staff: () => '你还有工作身份。请先请管理员结束你的工作身份，再注销账号。',
  template_not_found: () => '这种通知现在不能订阅。请稍后再试。',
  content_not_found: () => '没有找到这段内容，可能已经撤回。',
  cannot_appeal: () => '这段内容现在不能申请复核。',
  session_not_found: () => '没有找到这场评审。请返回上一页重新打开。',
  session_not_planned: () => '活动没有设置这种评审。请先在活动设置中加上它的评分标准。',
  session_exists: () => '这个活动已经有这种评审，不能再建一场。',
  session_not_ready: () => '评审现在还不能做这一步。请刷新后看看进行到哪里。',
  session_not_open: () => '现在不能打分，评审还没开始或者已经结束。',
  results_not_ready: () =>
    '结果还没有定下来。专家评审结束后再生成获评名单；没有专家评审的活动，要等候选名单公布。',
  winners_already_confirmed: () => '获评名单已经确认，不能重新生成。',
  winners_not_ready: () => '获评名单已经有变化，或者还没有确认。请刷新后核对，再试一次。',
  winners_not_published: () => '获评名单还没有公布。公布后可以在这里看到。',
  unit_not_found: () => '没有找到这个单位。请刷新后再看。',
  known_by_program: () => '这一项由系统按获评名单判断，不用填写。',
  unit_already_awarded: () => '这个单位已经评定，不能再改。',
  evidence_unreadable: () => '有的证明材料打不开。请重新上传，再试一次。',
  conditions_not_met: () => '还有条件没有达到，不能评定。请看清单中缺少的一项。',
  entry_not_found: () => '这个对象不在本场评审中。请刷新后再看。',
  not_a_judge: () => '对方还不是本市的评委。请先任命为评委，再安排到评审组。',
  panel_full: ({ max }) => `评审组最多 ${max} 人，不能再添加。`,
  panel_too_small: ({ needed }) => `评委不够。按这次的计分方法，至少要 ${needed} 位评委。`,
  no_entries: () => '还没有评审对象。专家评审要等候选名单公布以后才能确定对象。',
  too_many_entries: ({ max }) => `评审对象超过 ${max} 个，不能在一场评审中完成。`,
  sheets_missing: ({ missing }) =>
    `还有 ${missing.length} 个对象的评分没有交齐。请等评委交齐，或者写明缺少的原因再结束。`,
  too_few_sheets: ({ candidateIds }) =>
    `有 ${candidateIds.length} 个对象的评分太少，去掉最高分和最低分后没有剩余。请安排评委补评。`,
  recused: () => '你已经回避这个对象，不能打分。',
  scores_out_of_range: ({ points }) =>
    `每一项的分数要在范围之内：${points.map((most) => `0–${most}`).join('、')} 分。`,
  nominations_closed: ({ opensAt, closesAt }) =>
    opensAt === 0
      ? '这个活动不接受申报。'
      : `现在不能申报。申报时间是 ${momentWords(opensAt)} 至 ${momentWords(closesAt)}。`,
  channel_not_offered: () => '这个活动不接受这种申报渠道。请换一种渠道。',
  too_many_drafts: () => '你有很多没有提交的草稿。请先提交或者撤回一些，再写新的。',
  nomination_not_found: () => '没有找到这份申报，可能已经撤回。请刷新后再看。',
  nomination_not_editable: () => '这份申报现在不能修改。请刷新后看它的状态。',
  nomination_not_withdrawable: () => '这份申报已经推荐或者有了结果，不能撤回。需要的话，请联系审核部门。',
  nomination_not_reviewable: () => '这份申报现在不能这样处理。请刷新后看它的状态。',
  too_many_photos: ({ max }) => `照片最多 ${max} 张。请先删掉一张，再添加。`,
  photo_unreadable: () => '这张照片打不开。请换一张 JPG 或者 PNG 格式的照片，再试一次。',
  photo_too_large: ({ megabytes, megapixels }) =>
    `照片太大了。请换一张不超过 ${megabytes} MB、${megapixels * 100} 万像素的照片。`,
  photo_too_small: ({ width, height, shortSide, longSide }) =>
    `照片不够清晰：这张是 ${width}×${height} 像素，要求短边不小于 ${shortSide}、长边不小于 ${longSide}。请用原图，或者重新拍一张。`,
  form_incomplete: ({ problems }) => problems.map(({ message }) => message).join('；'),
  street_role_needed: () => '“街镇和行业推选”要由当地的工作人员提交。请换一种申报渠道，或者联系街镇。',
  quota_used: ({ quota }) => `推荐名额是 ${quota} 个，已经用完。要推荐这一个，请先收回另一个。`,
  comments_closed: () => '现在不是征求意见的时间。',
  answer_needed: ({ wasWrong }) =>
    wasWrong ? '答得不对。请再看一看题目。' : '请先回答一个小问题，再提交选票。',
  ballots_pending: ({ pending }) => `还有 ${pending} 张选票待核查。请先由两人作出处理。`,
  scores_missing: ({ candidateIds }) =>
    `还有 ${candidateIds.length} 个候选没有工作小组的评分。请先完成评分。`,
  second_person_needed: () => '这件事要两个人经手。请另一位管理员来确认。',
  ballots_not_sealed: () => '选票还没有封存。请先封存，再生成和公布名单。',
  alert_not_found: () => '没有找到这条异常提示。请刷新后再看。',
  no_ballots_meant: () => '没有需要这样处理的选票，可能已经处理过。请刷新后再看。',
  already_sealed: () => '选票已经封存，不能再处理。',
  ruling_not_found: () => '没有找到这项处理。请刷新后再看。',
  ruling_already_decided: () => '这项处理已经有人决定。请刷新后再看。',
}

/** The sentence that a person sees for an error of the cloud. */
export const errorText = (error: CloudError): string =>
  (sentences[error.code] as (error: CloudError) => string)(error)

/** Codes whose sentence quotes details that come with the error. */
type DetailedCode = {
  [Code in ErrorCode]: keyof Extract<CloudError, { code: Code }> extends 'code' ? never : Code
}[ErrorCode]

const sentencesWithoutDetails: Record<DetailedCode, string> = {
  invalid_input: '填写的内容不符合要求。',
  too_many_requests: '操作太快了。',
  internal: '程序出了问题。',
  busy: '使用的人太多，没有轮到。',
  voting_not_open: '当时不是投票时间。',
  already_voted: '已经投过票。',
  choices_out_of_range: '选得太多或太少。',
  candidate_not_on_ballot: '选票上有的已不在候选之列。',
  rules_frozen: '已经有人投票，规则不能再改。',
  nominations_closed: '当时不能申报。',
  too_many_photos: '照片已经达到上限。',
  photo_too_large: '照片太大。',
  photo_too_small: '照片不够清晰。',
  form_incomplete: '申报还没有填完整。',
  quota_used: '推荐名额已经用完。',
  plan_frozen: '改动的部分已经定下来，不能再改。',
  times_fixed: '有的时间已经过去，不能再改。',
  voting_not_settled: '最后的选票还在保存。',
  panel_full: '评审组的人数已满。',
  panel_too_small: '评审组的人数不够。',
  too_many_entries: '评审对象太多。',
  sheets_missing: '评分没有交齐。',
  too_few_sheets: '有的对象评分太少。',
  scores_out_of_range: '分数超出范围。',
  organisation_name_taken: '已经有同名的组织。',
  answer_needed: '要先回答一个小问题。',
  ballots_pending: '还有选票待核查。',
  scores_missing: '还有候选没有评分。',
  rulings_open: '还有选票处理没有决定。',
  time_too_far: '时间太远。',
  too_few_photos: '照片太少。',
  answer_missing: '有问题没有回答。',
  step_not_allowed: '案件的状态不允许这一步。',
  rows_missing: '还有行没有传完。',
  rows_faulty: '有的行有问题。',
}

const isKnown = (code: string): code is ErrorCode => code in sentences
const isDetailed = (code: ErrorCode): code is DetailedCode => code in sentencesWithoutDetails

/** The sentence where only the code was kept. A code from a newer cloud stands for itself. */
export const errorCodeText = (code: string): string => {
  if (!isKnown(code)) return code
  return isDetailed(code) ? sentencesWithoutDetails[code] : errorText({ code } as CloudError)
}

/** What to quote when asking for help; only defects have one. */
export const errorRequestId = (error: CloudError): string | undefined =>
  'requestId' in error ? error.requestId : undefined
