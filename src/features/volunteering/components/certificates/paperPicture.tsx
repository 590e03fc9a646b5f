import type { CertificatePaper } from '@contract/volunteerHours'
import { Canvas, Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { accessible } from '@/components/accessible'
import { Pressable } from '@/components/pressable'
import { Skeleton } from '@/components/skeleton'
import { squareText } from '../../certificates/address'
import { drawPaper, PAPER_WIDTH, type Pen, paperHeight } from '../../certificates/drawPaper'
import { pictureLabel } from '../../certificates/words'
import './paperPicture.scss'

/** The part of a canvas that both have. */
interface Sheet {
  width: number
  height: number
  getContext(kind: '2d'): Pen | null
}

/** False where the canvas cannot be drawn on. */
function drawOn(sheet: Sheet, paper: CertificatePaper): boolean {
  const pen = sheet.getContext('2d')
  if (!pen) return false
  sheet.width = PAPER_WIDTH
  sheet.height = paperHeight(pen, paper)
  drawPaper(pen, paper, squareText(paper.checkCode))
  return true
}

const CANVAS_ID = 'certificate'

/** The canvas of the page that bears the id; in WeChat it is there a moment after its element. */
const findCanvas = (): Promise<(Sheet & Taro.Canvas) | null> =>
  new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${CANVAS_ID}`)
      .fields({ node: true })
      .exec(([found]: ({ node?: Sheet & Taro.Canvas } | null)[]) => resolve(found?.node ?? null))
  })

async function drawInWechat(paper: CertificatePaper): Promise<string | null> {
  const canvas = await findCanvas()
  if (!canvas || !drawOn(canvas, paper)) return null
  const [width, height] = [canvas.width, canvas.height]
  const size = { x: 0, y: 0, width, height, destWidth: width, destHeight: height }
  const { tempFilePath } = await Taro.canvasToTempFilePath({ canvas, fileType: 'png', ...size })
  return tempFilePath
}

async function drawOnWeb(paper: CertificatePaper): Promise<string | null> {
  const canvas = document.createElement('canvas')
  return drawOn(canvas, paper) ? canvas.toDataURL('image/png') : null
}

const draw = process.env.TARO_ENV === 'weapp' ? drawInWechat : drawOnWeb

/** WeChat draws only on a canvas that lies on the page: out of sight. */
const Drawing =
  process.env.TARO_ENV === 'weapp'
    ? () => <Canvas type="2d" id={CANVAS_ID} className="paperPicture__canvas" />
    : () => null

/** In a browser the picture inside would be read as well; the name around it is enough. */
const unnamed = process.env.TARO_ENV === 'weapp' ? {} : { nativeProps: { 'aria-hidden': 'true' } }

interface PaperPictureProps {
  paper: CertificatePaper
  /** Its address on this phone, once it is drawn. */
  onDrawn: (address: string) => void
}

/** The certificate as a picture, drawn on this phone; a tap shows it large. */
export const PaperPicture = ({ paper, onDrawn }: PaperPictureProps) => {
  const [address, setAddress] = useState<string | null>(null)
  const [hasFailed, setFailed] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn once for each paper
  useEffect(() => {
    let isThere = true
    // After the element, which WeChat makes a moment later.
    Taro.nextTick(() => {
      draw(paper)
        .catch(() => null)
        .then((drawn) => {
          if (!isThere) return
          setAddress(drawn)
          setFailed(drawn === null)
          if (drawn !== null) onDrawn(drawn)
        })
    })
    return () => {
      isThere = false
    }
  }, [paper.checkCode])
  return (
    <View className="paperPicture">
      <Drawing />
      {address ? (
        <Pressable
          label={`放大${pictureLabel(paper)}`}
          onPress={() => Taro.previewImage({ current: address, urls: [address] })}
        >
          <Image className="paperPicture__image" src={address} mode="widthFix" {...unnamed} />
        </Pressable>
      ) : null}
      {hasFailed ? (
        <View {...accessible({ role: 'status' })}>
          这台手机画不出图片。请下载 Word 文档，或者抄下校验码。
        </View>
      ) : null}
      {address || hasFailed ? null : <Skeleton shape="card" />}
    </View>
  )
}
