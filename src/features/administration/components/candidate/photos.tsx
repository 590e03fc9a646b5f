import { PHOTO_DESCRIPTION_LENGTH, PHOTOS_PER_CANDIDATE } from '@contract/limits'
import { View } from '@tarojs/components'
import { useSession } from '@/cloud/session'
import { Card } from '@/components/card'
import { ChoiceField } from '@/components/choiceField'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'
import { PhotoPicker } from '@/components/photoPicker'
import { photoKindWords } from '@/words/campaigns'
import { type DraftPhoto, describedPhotos, photoKindsOf } from '../../candidateDraft'
import { Item } from '../campaignEditor/parts'
import type { PartProps } from './part'

interface DescribedProps extends PartProps {
  photo: DraftPhoto
  index: number
}

/** What a photo shows, for those who cannot see it. */
const Described = ({ registering, campaign, photo, index }: DescribedProps) => {
  const { draft, change, problemAt } = registering
  const revise = (part: Partial<DraftPhoto>) =>
    change({ photos: draft.photos.map((each, at) => (at === index ? { ...each, ...part } : each)) })
  const name = `第 ${index + 1} 张照片`
  return (
    <Item acts={null}>
      <ChoiceField
        label={`${name}的类型`}
        choices={photoKindsOf(campaign).map((value) => ({ value, text: photoKindWords[value] }))}
        value={photo.kind}
        error={problemAt(`photos.${index}.kind`)}
        onChange={(kind) => revise({ kind })}
      />
      <Field
        label={`${name}的说明`}
        value={photo.description}
        maxLength={PHOTO_DESCRIPTION_LENGTH.max}
        help="照片里有谁、在做什么"
        error={problemAt(`photos.${index}.description`)}
        onChange={(description) => revise({ description })}
      />
    </Item>
  )
}

/** The first photo is the cover. */
export const CandidatePhotos = (props: PartProps) => {
  const { draft, change, problemAt, setUploading } = props.registering
  const isAtDesk = useSession()?.kind === 'desk'
  if (isAtDesk)
    return (
      <Notice kind="information" title="照片在手机上添加">
        <View>电脑上不能上传照片，登记以后也不能再加。要放照片，请在手机上打开这一页登记。</View>
      </Notice>
    )
  return (
    <Card title="照片">
      <PhotoPicker
        label="照片"
        value={draft.photos}
        limit={PHOTOS_PER_CANDIDATE}
        help="可以不放。第一张是封面，登记以后不能再换。"
        error={problemAt('photos')}
        onChange={(picked) =>
          change({ photos: describedPhotos(picked, draft.photos, photoKindsOf(props.campaign)) })
        }
        onBusyChange={setUploading}
      />
      {draft.photos.map((photo, index) => (
        <Described key={photo.fileId} {...props} photo={photo} index={index} />
      ))}
    </Card>
  )
}
