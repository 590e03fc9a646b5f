import { Text } from '@tarojs/components'
import { pathWords, usePlacePath } from './names'

interface PlaceNameProps {
  code: string
}

/** Where something is: 静安区 南京西路街道. The district is there at once, what is below it when the cloud has answered. */
export const PlaceName = ({ code }: PlaceNameProps) => <Text>{pathWords(usePlacePath(code))}</Text>
