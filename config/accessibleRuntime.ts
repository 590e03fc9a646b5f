import { mergeInternalComponents } from '@tarojs/shared'
import { accessibleComponents } from './accessibleComponents'

mergeInternalComponents(accessibleComponents)
