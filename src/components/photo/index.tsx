import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import { accessible } from '@/components/accessible'
import { Icon } from '@/components/icon'
import './index.scss'

interface PhotoProps {
  url: string | null
  /** What the picture shows, for those who cannot see it. */
  description: string
  ratio?: 'wide' | 'square'
}

/** In a browser the picture inside would be read as well; the name around it is enough. */
const unnamed = process.env.TARO_ENV === 'weapp' ? {} : { nativeProps: { 'aria-hidden': 'true' } }

/** A photograph with a place of its own from the start, so that nothing jumps when it arrives. */
export const Photo = ({ url, description, ratio = 'wide' }: PhotoProps) => {
  const [failedUrl, setFailedUrl] = useState<string | null>(null)
  const isShown = url !== null && url !== failedUrl
  return (
    <View className={`photo photo--${ratio}`} {...accessible({ role: 'img', label: description })}>
      <View className="photo__place">
        <Icon name="picture" />
      </View>
      {isShown ? (
        <Image
          className="photo__image"
          src={url}
          mode="aspectFill"
          lazyLoad
          onError={() => setFailedUrl(url)}
          {...unnamed}
        />
      ) : null}
    </View>
  )
}
