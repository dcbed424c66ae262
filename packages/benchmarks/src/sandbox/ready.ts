import { spawn } from 'node:child_process'
import { freePort, memoryOf, stop } from './child.ts'

/** How long a start took, and what it then held in memory. */
export interface Ready {
  /** Milliseconds from the start of the process to the first answer of /readyz. */
  milliseconds: number
  megabytes: number
}

/**
 * Starts the built sandbox and waits until it is ready.
 * @param server the path of its `dist/server.js`
 * @param database the database's URL
 */
export async function measureReady(server: string, database: string): Promise<Ready> {
  const port = await freePort()
  const begin = performance.now()
  const args = [server, '--port', String(port), '--database', database, '--log-level', 'silent']
  const child = spawn(process.execPath, args, { stdio: 'ignore' })
  try {
    for (;;) {
      if (child.exitCode !== null)
        throw new Error(`The sandbox ended with ${child.exitCode}. Run \`npm run build\` first.`)
      const isReady = await fetch(`http://127.0.0.1:${port}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      )
      if (isReady) return { milliseconds: Math.round(performance.now() - begin), megabytes: memoryOf(child) }
      await new Promise((done) => setTimeout(done, 5))
    }
  } finally {
    const gone = new Promise((done) => child.once('exit', done))
    child.kill('SIGTERM')
    await Promise.race([gone, new Promise((done) => setTimeout(done, 15_000))])
    if (child.exitCode === null) await stop(child)
  }
}

/**
 * Runs a script to its end.
 * @param args the script and its arguments
 * @throws Error when it fails
 */
export async function measureScript(args: string[]): Promise<Ready> {
  const begin = performance.now()
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  let megabytes = 0
  const watch = setInterval(() => {
    // Between its end and the news of it there is nothing to read.
    if (child.exitCode === null) megabytes = Math.max(megabytes, memoryOf(child))
  }, 20)
  const code = await new Promise((done) => child.once('exit', done))
  clearInterval(watch)
  if (code !== 0) throw new Error(`${args[0]} ended with ${String(code)}.`)
  return { milliseconds: Math.round(performance.now() - begin), megabytes }
}
