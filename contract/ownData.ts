/** One group of what a service keeps about the caller, in words that can be read: 栏目 and 内容. */
export interface ExportSection {
  title: string
  items: Record<string, string | number | null>[]
}
