import { SingleBar } from 'cli-progress'

/** Shows how far a part of the bench is: a bar on a terminal, plain lines elsewhere. */
export interface Progress {
  /** One step is done; `text` says what came of it. */
  step(text: string): void
  end(): void
}

export function showProgress(title: string, steps: number): Progress {
  return process.stdout.isTTY ? showBar(title, steps) : showLines(title, steps)
}

function showBar(title: string, steps: number): Progress {
  const bar = new SingleBar({
    format: `${title.padEnd(24)} {bar} {value}/{total}  {text}`,
    barsize: 24,
    hideCursor: true,
    stream: process.stdout,
  })
  bar.start(steps, 0, { text: '' })
  return { step: (text) => bar.increment(1, { text }), end: () => bar.stop() }
}

function showLines(title: string, steps: number): Progress {
  let done = 0
  return {
    step(text) {
      done += 1
      console.log(`${title} ${done}/${steps}: ${text}`)
    },
    end: () => {},
  }
}
