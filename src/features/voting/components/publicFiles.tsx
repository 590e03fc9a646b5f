import type { PublicCount, PublicFile } from '@contract/publicCount'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { CopyButton } from '@/components/copyButton'
import { openDocument } from '@/components/documentButton/openDocument'
import { showToast } from '@/components/toast'
import { bytesWords } from '@/words/numbers'

type BringFile = (props: { file: PublicFile }) => React.JSX.Element

const Download: BringFile = ({ file }) => {
  const [isLoading, setLoading] = useState(false)
  const bring = async () => {
    setLoading(true)
    try {
      const trouble = await openDocument(file)
      if (trouble) showToast(trouble)
    } finally {
      setLoading(false)
    }
  }
  return (
    <Button kind="secondary" icon="download" isLoading={isLoading} onPress={bring}>
      下载 {file.fileName}（{bytesWords(file.bytes)}）
    </Button>
  )
}

/** Counting needs a computer, and WeChat opens no such files: the link goes to the computer, by any chat. */
const CopyLink: BringFile = ({ file }) => (
  <>
    <View>
      {file.fileName}（{bytesWords(file.bytes)}）
    </View>
    <CopyButton name={`${file.fileName} 的下载链接`} text={file.url} />
  </>
)

const isWechat = process.env.TARO_ENV === 'weapp'
/** Chosen here, once, so that each build contains one of the two. */
const Bring = isWechat ? CopyLink : Download

export const PublicFiles = ({ count: { ballotFiles, script } }: { count: PublicCount }) => (
  <Card title="下载">
    <View>
      {isWechat
        ? '要在电脑上数。把链接复制下来，发到电脑上，用浏览器打开就会下载。链接两小时内有效。'
        : '下载到电脑上的同一个文件夹里。'}
    </View>
    {[...ballotFiles, script].map((file) => (
      <Bring key={file.fileName} file={file} />
    ))}
  </Card>
)
