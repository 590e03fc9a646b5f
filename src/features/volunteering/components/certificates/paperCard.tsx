import type { CertificatePaper } from '@contract/volunteerHours'
import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { KeyValue } from '@/components/keyValue'
import { fullDayWords } from '@/words/moments'
import { minutesWords } from '@/words/volunteering'
import { codeInGroups, lineWords, PAPER_NOTES, periodWords } from '../../certificates/words'
import './paperCard.scss'

/** All that a certificate says, in words. */
export const PaperCard = ({ paper }: { paper: CertificatePaper }) => (
  <>
    <Card title="志愿服务记录证明">
      <KeyValue
        rows={[
          { key: '姓名', value: paper.name },
          { key: '期间', value: periodWords(paper) },
          { key: '服务时长', value: minutesWords(paper.minutes) },
          { key: '记录单位', value: paper.issuers.join('、') },
          { key: '开具日期', value: fullDayWords(paper.issuedAt) },
          { key: '校验码', value: codeInGroups(paper.checkCode) },
        ]}
      />
      {PAPER_NOTES.map((note) => (
        <View key={note} className="paperCard__note">
          {note}
        </View>
      ))}
    </Card>
    <Card title="服务记录">
      <View className="paperCard__lines">
        {paper.lines.map((line, index) => (
          <View
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of a paper stay where they are
            key={index}
            className="paperCard__line"
          >
            <View className="paperCard__words words-break">
              <View>{lineWords(line)}</View>
              <View className="paperCard__note">{line.organisationName}</View>
            </View>
            <View className="paperCard__minutes">{minutesWords(line.minutes)}</View>
          </View>
        ))}
      </View>
    </Card>
  </>
)
