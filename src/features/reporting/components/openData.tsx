import type { OpenDataFile } from '@contract/caseStatistics'
import { ok } from '@contract/result'
import { View } from '@tarojs/components'
import { call } from '@/cloud/call'
import { useAnswer } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Card } from '@/components/card'
import { CopyButton } from '@/components/copyButton'
import { DocumentButton } from '@/components/documentButton'
import { Skeleton } from '@/components/skeleton'
import { momentWords } from '@/words/moments'
import { bytesWords, numberWords } from '@/words/numbers'
import './openData.scss'

const lineOf = ({ rows, bytes, madeAt }: OpenDataFile): string =>
  `${rows > 0 ? `${numberWords(rows)} 件，` : ''}${bytesWords(bytes)}，${momentWords(madeAt)} 生成`

/** A browser saves the file; WeChat opens no tables of this kind, so there its link is copied for a computer. */
const Take = ({ file }: { file: OpenDataFile }) =>
  process.env.TARO_ENV === 'weapp' ? (
    <CopyButton name={`${file.name} 的链接（两小时内有效）`} text={file.url} />
  ) : (
    <DocumentButton
      words={`下载 ${file.name}`}
      make={() => Promise.resolve(ok({ url: file.url, fileName: file.name }))}
    />
  )

/** The anonymous files, which anybody may count again. */
export const OpenData = () => {
  const answer = useAnswer('openData', () => call('caseStatistics', 'listOpenData', {}))
  return (
    <Card title="开放数据">
      <View>
        每月一个表格文件，每天凌晨更新。里面没有照片、文字、门牌和任何人的信息。“说明”文件写明每一列的意思和使用时要注意的事。
      </View>
      <Answered answer={answer} skeleton={<Skeleton shape="text" count={2} />}>
        {({ files }) =>
          files.length === 0 ? (
            <View>还没有文件。第一个文件会在凌晨生成。</View>
          ) : (
            files.map((file) => (
              <View key={file.name} className="openData">
                <Take file={file} />
                <View className="openData__line">{lineOf(file)}</View>
              </View>
            ))
          )
        }
      </Answered>
    </Card>
  )
}
