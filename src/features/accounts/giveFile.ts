import Taro from '@tarojs/taro'
import { requireConsent } from '@/privacy/consent'

/** Hands a file to the person. What came of it, in words. */
export type Given = { isGiven: boolean; words: string }
type GiveFile = (name: string, content: string) => Promise<Given>

const COPIED = '这个版本的微信不能发送文件，内容已经复制，可以粘贴到聊天里保存。'

const copy = async (content: string): Promise<Given> => {
  try {
    if (!(await requireConsent())) return { isGiven: false, words: '没有同意使用剪贴板，没有复制。' }
    await Taro.setClipboardData({ data: content })
    return { isGiven: true, words: COPIED }
  } catch {
    return { isGiven: false, words: '文件没有保存成功。请把微信更新到新版本，再试一次。' }
  }
}

const share = (filePath: string, fileName: string) =>
  new Promise<'shared' | 'cancelled' | 'failed'>((resolve) => {
    Taro.shareFileMessage({
      filePath,
      fileName,
      success: () => resolve('shared'),
      fail: ({ errMsg }) => resolve(errMsg.includes('cancel') ? 'cancelled' : 'failed'),
    })
  })

/** WeChat lets a mini-program give a file to a chat only, to one's own 文件传输助手 too, and only right at a tap. */
const giveInWechat: GiveFile = async (name, content) => {
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`
  const files = Taro.getFileSystemManager()
  try {
    files.writeFileSync(filePath, content, 'utf8')
    const outcome = Taro.canIUse('shareFileMessage') ? await share(filePath, name) : 'failed'
    if (outcome === 'shared') return { isGiven: true, words: `${name} 已经发出，请在聊天里查看。` }
    if (outcome === 'cancelled') return { isGiven: false, words: '你取消了发送。需要时可以再点一次。' }
  } catch {
    return copy(content)
  } finally {
    // Nothing of it stays on the phone.
    files.unlink({ filePath, fail: () => undefined })
  }
  return copy(content)
}

const giveInBrowser: GiveFile = async (name, content) => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([content], { type: 'text/html' }))
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  URL.revokeObjectURL(link.href)
  return { isGiven: true, words: `${name} 已经保存到“下载”，用浏览器打开就能看。` }
}

/** Chosen here, once, so that each build contains one of the two. */
export const giveFile: GiveFile = process.env.TARO_ENV === 'weapp' ? giveInWechat : giveInBrowser
