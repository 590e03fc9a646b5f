import { AlignmentType, type FileChild, ImageRun, Paragraph, TextRun } from 'docx'
import type { CertificatePaper } from '../../contract/volunteerHours'
import { shanghaiTime } from '../platform/clock'
import {
  type Cell,
  documentOf,
  fact,
  grid,
  heading,
  line,
  signatureLines,
  title,
} from '../platform/documents/pieces'
import { codeInGroups, dayWords, minutesWords, verifyAddress } from './paperWords'
import { qrPicture } from './qrPicture'

/**
 * The paper for the units that record the hours to stamp: 谁记录谁证明 [民政部令第67号《志愿服务记录与证明出具办法（试行）》；
 * 民发〔2015〕149号：身份信息、服务信息、出具主体信息、编号和日期，加盖公章]. What the program does not know, such as the number
 * of an identity card, is a line to be filled in by hand.
 */

const lineCells = ({ day, title, organisationName, minutes }: CertificatePaper['lines'][number]): Cell[] => [
  { text: day === null ? '—' : dayWords(day) },
  { text: title, align: 'left' },
  { text: organisationName, align: 'left' },
  { text: minutesWords(minutes) },
]

const issuerPart = (name: string): FileChild[] => [
  fact('记录单位（盖章）', name),
  signatureLines(['负责人', '经办人', '联系电话', '日期']),
]

const QR_SIDE = 110

function verifyPart({ checkCode }: CertificatePaper): FileChild[] {
  const address = verifyAddress(checkCode)
  const picture = new ImageRun({
    type: 'gif',
    data: qrPicture(address ?? checkCode),
    transformation: { width: QR_SIDE, height: QR_SIDE },
    altText: { name: '核验二维码', title: '核验二维码', description: '打开核验页的二维码' },
  })
  const how = address ? `扫二维码，或者打开 ${address}` : '打开“共治”小程序的“志愿”，点“核验证明”，输入校验码'
  return [
    fact('校验码', codeInGroups(checkCode)),
    line(`任何人都可以核验：${how}。核验页显示的内容和这份证明完全一样。`),
    new Paragraph({ alignment: AlignmentType.LEFT, children: [picture] }),
  ]
}

const NOTES = [
  '时长由现场签到和签退记录得出，更正和撤销都已计算在内；事后补录的时长不计入。',
  '姓名是志愿者注册时填写的，程序没有核对证件。需要证件号码时，由记录单位核对后填写。',
  '证明按“谁记录谁证明”由记录单位核实后盖章，无偿出具。',
]

export function certificateDocument(certificate: CertificatePaper): Promise<Buffer> {
  const { name, from, until, minutes, lines, issuers, issuedAt } = certificate
  const children: FileChild[] = [
    title('志愿服务记录证明'),
    new Paragraph({
      spacing: { after: 160, line: 400 },
      indent: { firstLine: 440 },
      children: [
        new TextRun({ text: name, bold: true }),
        new TextRun({ text: ` 在 ${dayWords(from)}至${dayWords(until)}参加志愿服务，记录的服务时长共 ` }),
        new TextRun({ text: minutesWords(minutes), bold: true }),
        new TextRun({ text: '。' }),
      ],
    }),
    fact('编号（校验码）', codeInGroups(certificate.checkCode)),
    signatureLines(['证件类型', '证件号码']),
    heading('一、服务记录'),
    grid(['日期', '服务内容', '记录单位', '时长'], lines.map(lineCells), [5, 8, 7, 4]),
    heading('二、出具单位'),
    ...issuers.flatMap(issuerPart),
    heading('三、核验'),
    ...verifyPart(certificate),
    heading('四、说明'),
    ...NOTES.map(line),
    fact('生成时间', shanghaiTime(issuedAt)),
  ]
  return documentOf(children, { name: '志愿服务记录证明' })
}
