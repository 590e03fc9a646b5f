import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { accessible } from '@/components/accessible'
import { Button } from '@/components/button'
import { Icon } from '@/components/icon'
import { Photo } from '@/components/photo'
import { choosePhotos } from '@/components/photoPicker/choosePhotos'
import { Pressable } from '@/components/pressable'
import { showToast } from '@/components/toast'
import { requireConsent } from '@/privacy/consent'
import { bringIn, type DraftPhoto } from '../photos/bringIn'
import { rememberPath, usePhotoPaths } from '../photos/usePhotoPaths'
import './photoStrip.scss'

const UNREADABLE = '有照片打不开。请换一张，或者重新拍。'

interface PickingOptions {
  room: number
  onAdd: (photo: DraftPhoto) => void
}

/** Opens camera or album; what is chosen comes one after the other, in its order. */
export const usePicking = ({ room, onAdd }: PickingOptions) => {
  const [preparing, setPreparing] = useState(0)
  const pick = async () => {
    if (!(await requireConsent())) return
    const picked = await choosePhotos(room, 'original')
    setPreparing(picked.length)
    for (const path of picked) {
      const brought = await bringIn(path).catch(() => null)
      if (brought) {
        rememberPath(brought.photo.key, brought.path)
        onAdd(brought.photo)
      } else showToast(UNREADABLE)
      setPreparing((left) => left - 1)
    }
  }
  return { preparing, pick }
}

interface PictureProps {
  name: string
  url: string | null
  onEnlarge: () => unknown
  onDrop: () => void
}

const Picture = ({ name, url, onEnlarge, onDrop }: PictureProps) => (
  <View className="photoStrip__one">
    <Pressable label={`放大${name}`} onPress={onEnlarge}>
      <Photo ratio="square" url={url} description={name} />
    </Pressable>
    <Pressable className="photoStrip__drop" label={`删除${name}`} onPress={onDrop}>
      <Icon name="remove" size="small" />
      <View>删除</View>
    </Pressable>
  </View>
)

interface PhotoStripProps {
  photos: DraftPhoto[]
  limit: number
  preparing: number
  /** Before there is any: 拍照或选照片. */
  invitation: string
  error?: string
  onPick: () => unknown
  onDrop: (photo: DraftPhoto) => void
}

/** Photos of a draft, kept on this phone. */
export const PhotoStrip = (props: PhotoStripProps) => {
  const { photos, limit, preparing, invitation, error, onPick, onDrop } = props
  const paths = usePhotoPaths(photos)
  const urls = photos.map(({ key }) => paths[key] ?? null)
  const isFull = photos.length + preparing >= limit
  const enlarge = (current: string | null) =>
    current && Taro.previewImage({ current, urls: urls.filter((url) => url !== null) })
  return (
    <View className="photoStrip">
      {photos.length > 0 ? (
        <View className="photoStrip__pictures">
          {photos.map((photo, index) => (
            <Picture
              key={photo.key}
              name={`第 ${index + 1} 张照片`}
              url={urls[index] ?? null}
              onEnlarge={() => enlarge(urls[index] ?? null)}
              onDrop={() => onDrop(photo)}
            />
          ))}
        </View>
      ) : null}
      {preparing > 0 ? (
        <View className="photoStrip__preparing">正在处理照片，还有 {preparing} 张</View>
      ) : null}
      {isFull ? null : (
        // Not awaited: an old browser never says that nothing was chosen.
        <Button kind="secondary" icon="camera" onPress={() => void onPick()}>
          {photos.length > 0 ? `再加照片（${photos.length}/${limit}）` : invitation}
        </Button>
      )}
      {error ? (
        <View className="photoStrip__error" {...accessible({ role: 'alert' })}>
          {error}
        </View>
      ) : null}
    </View>
  )
}
