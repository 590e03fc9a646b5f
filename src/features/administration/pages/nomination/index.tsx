import { useRouter } from '@tarojs/taro'
import { showToast } from '@/components/toast'
import { Desk } from '../../components/desk'
import { NominationReview } from '../../components/nomination/nominationReview'

const stay = async () => undefined
const say = async (words: string) => showToast(words)

/** One nomination by its address, where it is neither work that waits nor chosen from a list. */
export default function NominationPage() {
  const { nominationId = '' } = useRouter().params
  return (
    <Desk title="初审" current="nominations">
      {() => <NominationReview key={nominationId} subjectId={nominationId} onDone={say} onChanged={stay} />}
    </Desk>
  )
}
