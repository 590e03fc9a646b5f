import { exportFile, exportFileName, type KeptPart } from '@/features/accounts/ownData'

const NOW = Date.UTC(2026, 10, 20, 17, 30)

const parts: KeptPart[] = [
  {
    keeper: 'moderation',
    sections: [
      { title: '我写的内容', items: [{ 内容: '</script><script>alert("1")</script>', 编号: 7, 退出: null }] },
    ],
  },
  { keeper: 'messages', sections: [{ title: '收到的消息', items: [] }] },
]

it('names the file by the day in the city, whatever the time of the phone', () => {
  expect(exportFileName(NOW)).toBe('我的数据-2026-11-21.html')
  expect(exportFileName(Date.UTC(2027, 0, 3))).toBe('我的数据-2027-01-03.html')
})

it('says for people what each part holds, and that an empty one is empty', () => {
  const page = exportFile(parts, NOW)
  expect(page).toContain('<h2>发布的内容</h2><h3>我写的内容（1 条）</h3>')
  expect(page).toContain('<h3>收到的消息（0 条）</h3><p>没有。</p>')
  expect(page).toContain('<tr><th>退出</th><td>—</td></tr>')
})

it('runs nothing that somebody wrote, and gives it to programs as it was', () => {
  const page = exportFile(parts, NOW)
  expect(page.match(/<script/g)).toHaveLength(1)
  const json = /id="data">(.*?)<\/script>/s.exec(page)?.[1] ?? ''
  expect(JSON.parse(json)).toEqual({ program: '共治', exportedAt: '2026-11-20T17:30:00.000Z', parts })
})
