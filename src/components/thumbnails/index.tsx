import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Photo } from '@/components/photo'
import { Pressable } from '@/components/pressable'
import './index.scss'

interface ThumbnailsProps {
  urls: string[]
  /** What the pictures belong to: 意见. */
  name: string
}

/** Small pictures in a line; a tap shows one large. */
export const Thumbnails = ({ urls, name }: ThumbnailsProps) =>
  urls.length > 0 ? (
    <View className="thumbnails">
      {urls.map((url, index) => (
        <Pressable
          key={url}
          className="thumbnails__one"
          label={`放大${name}的第 ${index + 1} 张照片`}
          onPress={() => Taro.previewImage({ current: url, urls })}
        >
          <Photo url={url} description={`${name}的第 ${index + 1} 张照片`} ratio="square" />
        </Pressable>
      ))}
    </View>
  ) : null
