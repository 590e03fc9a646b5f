import Taro from '@tarojs/taro'

export interface MadeDocument {
  /** Ends by itself after a while. */
  url: string
  /** With its ending: `材料汇编.docx`. */
  fileName: string
}

/** Gives a document to the person. Null, or what went wrong and what to do, in words. */
type OpenDocument = (document: MadeDocument) => Promise<string | null>

type FileType = NonNullable<Taro.openDocument.Option['fileType']>
const FILE_TYPES: readonly string[] = ['doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'pdf']
const isFileType = (ending: string): ending is FileType => FILE_TYPES.includes(ending)

/** The name counts: it is what the file is called where the person sends or keeps it, by the menu at the top. */
const openInWechat: OpenDocument = async ({ url, fileName }) => {
  const filePath = `${Taro.env.USER_DATA_PATH}/${fileName}`
  const ending = fileName.split('.').pop() ?? ''
  try {
    await Taro.downloadFile({ url, filePath })
    await Taro.openDocument({
      filePath,
      showMenu: true,
      ...(isFileType(ending) ? { fileType: ending } : {}),
    })
    return null
  } catch {
    return '文件没有打开。请检查网络，再试一次。'
  }
}

const follow = (url: string, fileName: string): void => {
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  document.body.append(link)
  link.click()
  link.remove()
}

/** Loaded first, since a browser gives a file of another address no other name. Where it may not be, the link does. */
const openInBrowser: OpenDocument = async ({ url, fileName }) => {
  try {
    const answer = await fetch(url)
    if (!answer.ok) return '下载地址已经过期。请再试一次。'
    const address = URL.createObjectURL(await answer.blob())
    follow(address, fileName)
    URL.revokeObjectURL(address)
  } catch {
    follow(url, fileName)
  }
  return null
}

/** Chosen here, once, so that each build contains one of the two. */
export const openDocument: OpenDocument = process.env.TARO_ENV === 'weapp' ? openInWechat : openInBrowser
