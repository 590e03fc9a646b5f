import writeSheets from 'write-excel-file/node'
import {
  decodeText,
  isWorkbook,
  readSheetFile,
  rowsOfText,
} from '@/features/administration/components/hotline/sheetFile'

const bytesOf = (bytes: Uint8Array): ArrayBuffer =>
  bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer

describe('a text file', () => {
  test('is read as UTF-8, with its mark or without', () => {
    expect(decodeText(bytesOf(new TextEncoder().encode('\uFEFF工单编号')))).toBe('工单编号')
    expect(decodeText(bytesOf(new TextEncoder().encode('工单编号')))).toBe('工单编号')
  })

  test('is read as GB 18030 where it is no UTF-8', () => {
    // 工单, 镕 (which GB 2312 has not)
    const bytes = Uint8Array.from([0xb9, 0xa4, 0xb5, 0xa5, 0xe9, 0x46])
    expect(decodeText(bytesOf(bytes))).toBe('工单镕')
  })

  test('keeps commas, quotes and lines within a cell, and empty rows', () => {
    expect(rowsOfText('工单编号,诉求内容\r\nHP-1,"门前,有""垃圾""\n很多"\r\n\r\nHP-2, 空格 ')).toEqual([
      ['工单编号', '诉求内容'],
      ['HP-1', '门前,有"垃圾"\n很多'],
      [''],
      ['HP-2', '空格'],
    ])
  })
})

describe('a workbook', () => {
  test.each([
    ['工单.xlsx', true],
    ['工单.XLSX', true],
    ['工单.csv', false],
  ])('%s: %s', (name, isOne) => {
    expect(isWorkbook(name)).toBe(isOne)
  })

  test('is read cell by cell; a moment is what is written there, whatever the time zone', async () => {
    const moment = new Date(Date.UTC(2026, 10, 10, 9, 30))
    const sheet = [
      [{ value: '工单编号' }, { value: '诉求时间' }, { value: '经度' }],
      [
        { value: 'HP-1' },
        { value: moment, type: Date, format: 'yyyy-mm-dd hh:mm' },
        { value: 121.4737, type: Number },
      ],
      [{ value: 20261110001, type: Number }, null, null],
    ]
    const buffer = await writeSheets([{ sheet: '工单', data: sheet }]).toBuffer()
    const file = new File([bytesOf(buffer)], '工单.xlsx')
    expect(await readSheetFile(file)).toEqual([
      ['工单编号', '诉求时间', '经度'],
      ['HP-1', '2026-11-10 09:30:00', '121.4737'],
      ['20261110001', '', ''],
    ])
  })

  test('that is none is refused', async () => {
    await expect(readSheetFile(new File(['not a workbook'], '工单.xlsx'))).rejects.toThrow()
  })
})
