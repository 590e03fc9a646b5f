import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Photo } from '@/components/photo'
import { PhotoPicker } from '@/components/photoPicker'
import { Spot } from './parts'
import type { SectionProps } from './sections'

/** The picture at the head of the campaign: kept, replaced or taken away. */
export const Cover = ({ editor: { draft, revise, problemAt }, campaign }: SectionProps) => {
  const { cover } = draft
  const kept = cover === 'keep' ? (campaign?.coverUrl ?? null) : null
  return (
    <Spot path="cover">
      {kept === null ? (
        <PhotoPicker
          label="封面照片"
          value={cover === null || cover === 'keep' ? [] : [cover]}
          limit={1}
          help="可以不加。显示在活动卡片和活动页的最上面。"
          error={problemAt('cover')}
          onChange={([picked]) => revise({ cover: picked ?? null })}
        />
      ) : (
        <>
          <View className="editorChips__label">封面照片</View>
          <Photo url={kept} description="现在的封面照片" />
          <Button kind="secondary" icon="remove" onPress={() => revise({ cover: null })}>
            换一张或者不要
          </Button>
        </>
      )}
    </Spot>
  )
}
