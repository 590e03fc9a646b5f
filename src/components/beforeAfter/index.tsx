import type { CasePhoto } from '@contract/cases/cases'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Photo } from '@/components/photo'
import { Pressable } from '@/components/pressable'
import { Thumbnails } from '@/components/thumbnails'
import './index.scss'

interface SideProps {
  name: string
  photos: CasePhoto[]
  /** Said in place of a photo. */
  none: string
}

const Side = ({ name, photos, none }: SideProps) => {
  const [first, ...others] = photos
  const urls = photos.map(({ pageUrl }) => pageUrl)
  if (!first)
    return (
      <View className="beforeAfter__side">
        <View className="beforeAfter__name">{name}</View>
        <View className="beforeAfter__none">{none}</View>
      </View>
    )
  return (
    <View className="beforeAfter__side">
      <View className="beforeAfter__name">{name}</View>
      <Pressable
        label={`放大${name}的照片`}
        onPress={() => Taro.previewImage({ current: first.pageUrl, urls })}
      >
        <Photo url={first.pageUrl} description={`${name}的照片`} ratio="square" />
      </Pressable>
      <Thumbnails urls={others.map(({ pageUrl }) => pageUrl)} name={name} />
    </View>
  )
}

interface BeforeAfterProps {
  before: CasePhoto[]
  after: CasePhoto[]
  /** Why there are no photos before. */
  noneBefore: string
}

/** What it was and what became of it, side by side; a tap shows one large. As long as nothing was done, one side. */
export const BeforeAfter = ({ before, after, noneBefore }: BeforeAfterProps) => (
  <View className="beforeAfter">
    <Side name={after.length > 0 ? '处理前' : '现场'} photos={before} none={noneBefore} />
    {after.length > 0 ? <Side name="处理后" photos={after} none="" /> : null}
  </View>
)
