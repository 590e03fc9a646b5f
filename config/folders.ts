import path from 'node:path'

const top = path.resolve(__dirname, '..')

/** A path inside the project, whatever folder a script is started from. */
export const folderOf = (inside: string): string => path.join(top, inside)
