/** When this program has last changed something in the cloud: what was read before may be outdated. */
let writtenAt = 0

export const noteWritten = (): void => {
  writtenAt = Date.now()
}

export const hasWrittenSince = (moment: number): boolean => writtenAt >= moment
