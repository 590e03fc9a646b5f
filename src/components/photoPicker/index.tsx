import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { accessible } from '@/components/accessible'
import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { ProgressBar } from '@/components/progressBar'
import { requireConsent } from '@/privacy/consent'
import { choosePhotos, type PhotoSource } from './choosePhotos'
import { Act, PhotoRow } from './photoRow'
import { type PendingPhoto, type PickedPhoto, useUploads } from './useUploads'
import './index.scss'

export type { PickedPhoto } from './useUploads'

const earlier = (photos: PickedPhoto[], index: number): PickedPhoto[] => {
  const photo = photos[index]
  const before = photos[index - 1]
  return photo && before ? [...photos.slice(0, index - 1), photo, before, ...photos.slice(index + 1)] : photos
}

interface PickedProps {
  photos: PickedPhoto[]
  onChange: (photos: PickedPhoto[]) => void
}

const Picked = ({ photos, onChange }: PickedProps) =>
  photos.map(({ fileId, previewUrl }, index) => {
    const name = `第 ${index + 1} 张照片`
    return (
      <PhotoRow
        key={fileId}
        name={name}
        url={previewUrl}
        state={<Badge tone="done" text="已上传" />}
        acts={
          <>
            {index > 0 ? (
              <Act
                icon="rising"
                words="前移"
                label={`前移${name}`}
                onPress={() => onChange(earlier(photos, index))}
              />
            ) : null}
            <Act
              icon="remove"
              words="删除"
              label={`删除${name}`}
              onPress={() => onChange(photos.filter((photo) => photo.fileId !== fileId))}
            />
          </>
        }
      />
    )
  })

const PendingState = ({ photo: { previewUrl, percent, trouble } }: { photo: PendingPhoto }) => {
  if (trouble)
    return (
      <View className="photoPicker__trouble" {...accessible({ role: 'alert' })}>
        {trouble}
      </View>
    )
  const text = previewUrl ? `正在上传 ${Math.round(percent)}%` : '正在准备'
  return <ProgressBar progress={percent / 100} text={text} />
}

interface PendingProps {
  photos: PendingPhoto[]
  /** How many pictures stand above. */
  offset: number
  onRetry: (photo: PendingPhoto) => void
  onDrop: (key: number) => void
}

const Pending = ({ photos, offset, onRetry, onDrop }: PendingProps) =>
  photos.map((photo, index) => {
    const name = `第 ${offset + index + 1} 张照片`
    return (
      <PhotoRow
        key={photo.key}
        name={name}
        url={photo.previewUrl}
        state={<PendingState photo={photo} />}
        acts={
          <>
            {photo.trouble && photo.mayRetry ? (
              <Act
                icon="refresh"
                words="再试一次"
                label={`再试一次：${name}`}
                onPress={() => onRetry(photo)}
              />
            ) : null}
            <Act icon="remove" words="删除" label={`删除${name}`} onPress={() => onDrop(photo.key)} />
          </>
        }
      />
    )
  })

interface PhotoPickerProps {
  /** What the pictures are of: 现场照片. */
  label: string
  value: PickedPhoto[]
  limit: number
  help?: string
  error?: string
  /** `camera`: only what is taken now. */
  source?: PhotoSource
  /** Where the cloud expects them. */
  folder?: string
  onChange: (value: PickedPhoto[]) => void
  /** True while a picture is on its way: what is submitted now would be without it. */
  onBusyChange?: (isBusy: boolean) => void
}

/** Up to `limit` pictures, brought to the cloud at once. Only those in the cloud are the value. */
export const PhotoPicker = (props: PhotoPickerProps) => {
  const { label, value, limit, help, error, source = 'any', folder, onChange, onBusyChange } = props
  const { pending, isBusy, add, retry, drop } = useUploads(value, onChange, folder)
  const words = source === 'camera' ? '拍照' : '拍照或选照片'
  // biome-ignore lint/correctness/useExhaustiveDependencies: told when it changes, whoever listens
  useEffect(() => {
    onBusyChange?.(isBusy)
  }, [isBusy])
  const room = limit - value.length - pending.length
  const choose = async () => {
    if (await requireConsent()) add(await choosePhotos(room, 'compressed', source))
  }
  return (
    <View className={`photoPicker ${error ? 'photoPicker--wrong' : ''}`}>
      <View className="photoPicker__label">
        {label}（{limit - room}/{limit}）
      </View>
      <Picked photos={value} onChange={onChange} />
      <Pending photos={pending} offset={value.length} onRetry={retry} onDrop={drop} />
      {room > 0 ? (
        <Button
          kind="secondary"
          icon="camera"
          label={`${words}：${label}`}
          // Not awaited: an old browser never says that nothing was chosen.
          onPress={() => void choose()}
        >
          {words}
        </Button>
      ) : null}
      {error ? (
        <View className="photoPicker__trouble" {...accessible({ role: 'alert' })}>
          {error}
        </View>
      ) : null}
      {help && !error ? <View className="photoPicker__help">{help}</View> : null}
    </View>
  )
}
