declare const recountScript: string
// biome-ignore lint/style/noDefaultExport: text that is imported has no other name
export default recountScript
