import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { open, routes } from '@/routes'
import type { WorkDetailProps } from '../../workDetail'

/** A nomination was handed in: leads to the page where it is reviewed. */
export const ReviewNomination = ({ subjectId, item }: WorkDetailProps) => (
  <Card title={item?.title ?? '一份申报'}>
    <View>{item?.line ?? '等待初审。'}</View>
    <Button icon="document" onPress={() => open(routes.reviewNomination(subjectId))}>
      打开申报
    </Button>
  </Card>
)
