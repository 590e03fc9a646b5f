import type { PhotoKind, PhotoRule } from '@contract/campaigns'
import type { NominationPhoto } from '@contract/nominations'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { accessible } from '@/components/accessible'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Sheet } from '@/components/sheet'
import { showToast } from '@/components/toast'
import type { Photos } from '../photos/usePhotos'
import { photoRuleLines } from '../words'
import { Part } from './part'
import { PhotoKindGroup } from './photoKindGroup'
import '@/components/photoPicker/index.scss'

interface PhotosCardProps {
  rule: PhotoRule
  photos: Photos
  problem: string | undefined
  reason: string | undefined
}

interface Asked {
  photo: NominationPhoto
  name: string
}

/** One that was large and slow to bring is not lost by a slip of the finger. */
const RemoveSheet = ({ asked, photos, onClose }: { asked: Asked; photos: Photos; onClose: () => void }) => {
  const remove = async () => {
    const trouble = await photos.remove(asked.photo.photoId)
    onClose()
    if (trouble) showToast(trouble)
  }
  return (
    <Sheet
      title={`删除${asked.name}`}
      isOpen
      onClose={onClose}
      actions={
        <Button kind="danger" onPress={remove}>
          删除照片
        </Button>
      }
    >
      <View>“{asked.photo.description}”会从推荐表里删除。再要用，需要重新选择和上传。</View>
    </Sheet>
  )
}

/** Kinds that the campaign asks for, and others of which there are photos all the same. */
const kindsOf = (rule: PhotoRule, photos: { kind: PhotoKind }[]): PhotoRule['kinds'] => {
  const asked = new Set(rule.kinds.map(({ kind }) => kind))
  const others = new Set(photos.map(({ kind }) => kind).filter((kind) => !asked.has(kind)))
  return [...rule.kinds, ...[...others].map((kind) => ({ kind, min: 0 }))]
}

/** The photos of the form, kind by kind. */
export const PhotosCard = ({ rule, photos, problem, reason }: PhotosCardProps) => {
  const [asked, setAsked] = useState<Asked | null>(null)
  return (
    <Card title="照片">
      <Part part="photos" reason={reason}>
        {photoRuleLines(rule, photos.inForm.length).map((line) => (
          <View key={line} className="photosCard__line">
            {line}
          </View>
        ))}
        {problem ? (
          <View className="photoPicker__trouble" {...accessible({ role: 'alert' })}>
            {problem}
          </View>
        ) : null}
        {kindsOf(rule, [...photos.inForm, ...photos.onTheWay]).map(({ kind, min }) => (
          <PhotoKindGroup
            key={kind}
            kind={kind}
            min={min}
            rule={rule}
            photos={photos}
            onRemove={(photo, name) => setAsked({ photo, name })}
          />
        ))}
      </Part>
      {asked ? <RemoveSheet asked={asked} photos={photos} onClose={() => setAsked(null)} /> : null}
    </Card>
  )
}
