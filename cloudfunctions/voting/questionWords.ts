/**
 * Things that everybody can tell apart, in groups that have nothing in common. A word stands in one group only, and
 * fits no other: the right answer must not need thinking about.
 */
export const questionGroups: { text: string; words: string[] }[] = [
  { text: '下面哪一个是动物？', words: ['老虎', '大象', '兔子', '山羊', '熊猫', '狐狸', '松鼠', '骆驼'] },
  { text: '下面哪一个是水果？', words: ['苹果', '香蕉', '西瓜', '葡萄', '草莓', '橘子', '桃子', '荔枝'] },
  {
    text: '下面哪一个是交通工具？',
    words: ['汽车', '火车', '飞机', '轮船', '地铁', '自行车', '卡车', '摩托车'],
  },
  { text: '下面哪一个是家具？', words: ['桌子', '椅子', '沙发', '衣柜', '书架', '茶几', '床', '凳子'] },
  { text: '下面哪一个是颜色？', words: ['红色', '蓝色', '绿色', '黄色', '白色', '黑色', '紫色', '灰色'] },
  { text: '下面哪一个是天气？', words: ['下雨', '下雪', '刮风', '打雷', '晴天', '阴天', '起雾', '冰雹'] },
  { text: '下面哪一个是衣物？', words: ['裤子', '裙子', '外套', '袜子', '帽子', '手套', '围巾', '毛衣'] },
  { text: '下面哪一个是文具？', words: ['铅笔', '橡皮', '尺子', '钢笔', '本子', '圆规', '订书机', '粉笔'] },
]
