import type { PublicCount } from '@contract/publicCount'
import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { CopyButton } from '@/components/copyButton'
import './howToCount.scss'

const commandOf = ({ ballotFiles, script, root }: PublicCount): string =>
  ['node', script.fileName, ...ballotFiles.map(({ fileName }) => fileName), root].join(' ')

const steps = [
  '在电脑上安装 Node.js（nodejs.org，18 或更新的版本）。',
  '把上面的文件下载到同一个文件夹。',
  '打开“终端”（Windows 里叫“命令提示符”），用 cd 命令进入这个文件夹。',
  '输入下面这行命令，按回车键。',
]

const outcome =
  '几秒钟以后会显示清点得到的名单。最后一行是“没有问题”，就是都对得上；文件被改动过，会说出是第几行。'

const truths = [
  '能证明：文件里的选票数出来就是公布的名单；封存以后没有人改动过文件；登录以后，你能看到自己的选票就在文件里。',
  '不能证明：每张选票都是本人投的。选票里没有名字，从文件里看不出谁投了票。',
  '如果在别处拿到的根哈希和这里的不同，说明有人拿到的是另一个文件，请告诉我们。',
]

/** Step by step, for somebody who has never opened a terminal; and what it is good for. */
export const HowToCount = ({ count }: { count: PublicCount }) => {
  const command = commandOf(count)
  return (
    <>
      <Card title="怎样数">
        {steps.map((step, index) => (
          <View key={step}>
            {index + 1}. {step}
          </View>
        ))}
        <View className="howToCount__command">{command}</View>
        <CopyButton name="命令" text={command} />
        <View>
          {steps.length + 1}. {outcome}
        </View>
      </Card>
      <Card title="能证明什么">
        {truths.map((truth) => (
          <View key={truth}>{truth}</View>
        ))}
      </Card>
    </>
  )
}
