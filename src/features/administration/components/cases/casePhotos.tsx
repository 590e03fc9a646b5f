import type { CasePhoto, StaffCase } from '@contract/cases/cases'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Card } from '@/components/card'
import { Photo } from '@/components/photo'
import { Pressable } from '@/components/pressable'
import { latestAfter } from '../../caseWords'

const openLarge = (photo: CasePhoto, photos: CasePhoto[]) =>
  Taro.previewImage({ current: photo.pageUrl, urls: photos.map(({ pageUrl }) => pageUrl) })

interface SideProps {
  name: string
  photos: CasePhoto[]
  /** Why there is none. */
  none: string
}

const Side = ({ name, photos, none }: SideProps) => (
  <View className="caseDetail__side">
    <View className="caseDetail__sideName">{name}</View>
    {photos.length === 0 ? <View className="caseDetail__none">{none}</View> : null}
    {photos.map((photo, index) => (
      <Pressable
        key={photo.photoId}
        label={`放大${name}的第 ${index + 1} 张照片`}
        onPress={() => openLarge(photo, photos)}
      >
        <Photo url={photo.pageUrl} description={`${name}的第 ${index + 1} 张照片`} />
      </Pressable>
    ))}
  </View>
)

/** As it was reported, and as the department left it, side by side. */
export const CasePhotos = ({ shown }: { shown: StaffCase }) => {
  const after = latestAfter(shown)
  const { before } = shown
  return (
    <Card title="照片">
      <View className={`caseDetail__photos ${after.length > 0 ? 'caseDetail__photos--both' : ''}`}>
        <Side name="处置前" photos={before} none="上报时没有照片" />
        {after.length > 0 ? <Side name="处置后" photos={after} none="" /> : null}
      </View>
    </Card>
  )
}
