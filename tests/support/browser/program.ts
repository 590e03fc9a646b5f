import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { folderOf } from '../../../config/folders'

/** Which Chromium the tests use, and what it needs in its environment. */
export interface BrowserProgram {
  executablePath: string
  environment: Record<string, string>
}

/** Value of `CHROME_PATH` that asks for the Chromium from npm although the system has one. */
export const FROM_NPM = 'npm'

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** `CHROME_PATH`, else a Chromium or Chrome of the system, else the one from npm (Linux on x64 only). */
export async function findBrowserProgram(chromePath = process.env.CHROME_PATH): Promise<BrowserProgram> {
  if (chromePath === FROM_NPM) return programFromNpm()
  const installed = chromePath || INSTALLED.find((candidate) => existsSync(candidate))
  return installed ? { executablePath: installed, environment: {} } : programFromNpm()
}

async function programFromNpm(): Promise<BrowserProgram> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('No Chromium found. Install Chrome, or name one in CHROME_PATH.')
  const unpack = folderOf('tests/support/browser/unpack.ts')
  const { stdout: folder } = await promisify(execFile)(process.execPath, ['--import', 'tsx', unpack])
  return {
    executablePath: path.join(folder, 'chromium'),
    environment: {
      LD_LIBRARY_PATH: [path.join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH]
        .filter(Boolean)
        .join(':'),
      FONTCONFIG_PATH: path.join(folder, 'fonts'),
    },
  }
}
