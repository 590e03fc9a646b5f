import { PHOTO_DESCRIPTION_LENGTH } from '@contract/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { accessible } from '@/components/accessible'
import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Act, PhotoRow } from '@/components/photoPicker/photoRow'
import { ProgressBar } from '@/components/progressBar'
import type { PhotoQueue, QueuedPhoto } from '../photos/queue'

interface QueuedPhotoRowProps {
  photo: QueuedPhoto
  /** 集体照 第 3 张 */
  name: string
  isOffline: boolean
  queue: PhotoQueue
}

type Stateful = Pick<QueuedPhotoRowProps, 'photo' | 'isOffline'>

/** How far it is. */
const State = ({ photo: { trouble, step, percent, fileId, isDescribed }, isOffline }: Stateful) => {
  if (trouble)
    return (
      <View className="photoPicker__trouble" {...accessible({ role: 'alert' })}>
        {trouble.sentence}
      </View>
    )
  if (step === 'uploading')
    return <ProgressBar progress={percent / 100} text={`正在上传 ${Math.round(percent)}%`} />
  if (step === 'adding') return <Badge tone="waiting" text="正在放进推荐表" />
  if (isOffline) return <Badge tone="waiting" icon="warning" text="没有网络，连上后继续" />
  if (fileId === null) return <Badge tone="waiting" text="等待上传" />
  return isDescribed ? (
    <Badge tone="waiting" text="等待放进推荐表" />
  ) : (
    <Badge tone="information" text="已上传，请写说明" />
  )
}

/** What the photo shows, which is asked of each. */
const Description = ({ photo: { key, description }, name, queue }: QueuedPhotoRowProps) => {
  const [error, setError] = useState<string>()
  const finish = () => {
    if (description.trim().length < PHOTO_DESCRIPTION_LENGTH.min)
      return setError(`请写照片说明，至少 ${PHOTO_DESCRIPTION_LENGTH.min} 个字`)
    queue.finish(key)
  }
  return (
    <>
      <Field
        label={`${name}的说明`}
        value={description}
        maxLength={PHOTO_DESCRIPTION_LENGTH.max}
        help="这张照片拍的是什么，例如：商户在门前清扫"
        error={error}
        onChange={(text) => {
          setError(undefined)
          queue.describe(key, text)
        }}
      />
      <Button kind="secondary" icon="check" label={`说明写好了：${name}`} onPress={finish}>
        说明写好了
      </Button>
    </>
  )
}

/** A photo that is not in the form yet: how far it is, its description, another try. */
export const QueuedPhotoRow = (props: QueuedPhotoRowProps) => {
  const { photo, name, isOffline, queue } = props
  const { key, trouble, step, isDescribed, kept, fileId } = photo
  const mayRetry = trouble ? trouble.mayRetry : isOffline
  const isFleeting = kept === null && fileId === null && !trouble
  return (
    <View className="queuedPhoto">
      <PhotoRow
        name={name}
        url={photo.path}
        state={<State photo={photo} isOffline={isOffline} />}
        acts={
          <>
            {mayRetry ? (
              <Act icon="refresh" words="重试" label={`重试：${name}`} onPress={() => queue.retry(key)} />
            ) : null}
            {step === 'adding' ? null : (
              <Act icon="remove" words="删除" label={`删除${name}`} onPress={() => queue.drop(key)} />
            )}
          </>
        }
      />
      {isDescribed || (trouble && !trouble.mayRetry) ? null : <Description {...props} />}
      {isFleeting ? <View className="photoPicker__help">上传完以前，请不要关闭这一页。</View> : null}
    </View>
  )
}
