import type { PhotoKind, PhotoRule } from '@contract/campaigns'
import type { NominationPhoto } from '@contract/nominations'
import { View } from '@tarojs/components'
import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { choosePhotos } from '@/components/photoPicker/choosePhotos'
import { Act, PhotoRow } from '@/components/photoPicker/photoRow'
import { requireConsent } from '@/privacy/consent'
import { photoKindWords } from '@/words/campaigns'
import type { Photos } from '../photos/usePhotos'
import { photoKindLine } from '../words'
import { QueuedPhotoRow } from './queuedPhotoRow'

interface PhotoKindGroupProps {
  kind: PhotoKind
  /** How many of this kind there must be. */
  min: number
  rule: PhotoRule
  photos: Photos
  onRemove: (photo: NominationPhoto, name: string) => void
}

/** Photos of one kind: what is in the form, what is on its way, and another one. */
export const PhotoKindGroup = ({ kind, min, rule, photos, onRemove }: PhotoKindGroupProps) => {
  const { inForm, onTheWay, isOffline, queue } = photos
  const mine = inForm.filter((photo) => photo.kind === kind)
  const coming = onTheWay.filter((photo) => photo.kind === kind)
  const room = rule.max - inForm.length - onTheWay.length
  const nameAt = (index: number) => `${photoKindWords[kind]}第 ${index + 1} 张`
  const choose = async () => {
    if (await requireConsent()) void queue.add(kind, await choosePhotos(room, 'original'), rule)
  }
  return (
    <View className="photoKind">
      <View className="photoKind__title">{photoKindLine(kind, min, mine.length)}</View>
      {mine.map((photo, index) => (
        <PhotoRow
          key={photo.photoId}
          name={photo.description}
          url={photo.listUrl}
          state={<Badge tone="done" text="已在推荐表里" />}
          acts={
            <Act
              icon="remove"
              words="删除"
              label={`删除${nameAt(index)}`}
              onPress={() => onRemove(photo, nameAt(index))}
            />
          }
        />
      ))}
      {coming.map((photo, index) => (
        <QueuedPhotoRow
          key={photo.key}
          photo={photo}
          name={nameAt(mine.length + index)}
          isOffline={isOffline}
          queue={queue}
        />
      ))}
      {room > 0 ? (
        <Button
          kind="secondary"
          icon="camera"
          label={`添加${photoKindWords[kind]}`}
          // Not awaited: an old browser never says that nothing was chosen.
          onPress={() => void choose()}
        >
          添加{photoKindWords[kind]}
        </Button>
      ) : null}
    </View>
  )
}
