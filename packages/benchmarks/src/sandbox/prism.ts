import { execFile, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Child, memoryOf, stop } from './child.ts'

/** The release that is compared; installed for the measurement only, so it is no dependency. */
export const prismVersion = '5.16.0'

/**
 * Installs Prism into a temporary folder and lets it mock the contract.
 * @param folder where to install it
 * @param contract the path of the bundled contract
 */
export async function startPrism(folder: string, contract: string): Promise<Child> {
  const args = [
    'install',
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--prefix',
    folder,
    `@stoplight/prism-cli@${prismVersion}`,
  ]
  await promisify(execFile)('npm', args, { cwd: folder })
  const port = await new Promise<number>((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
  const command = join(folder, 'node_modules/@stoplight/prism-cli/dist/index.js')
  const child = spawn(
    process.execPath,
    [command, 'mock', contract, '-p', String(port), '-h', '127.0.0.1', '-v', 'error'],
    {
      stdio: 'ignore',
      env: { ...process.env, NODE_ENV: 'production' },
    },
  )
  const url = `http://127.0.0.1:${port}`
  for (let left = 600; ; left -= 1) {
    const isUp = await fetch(url).then(
      () => true,
      () => false,
    )
    if (isUp) break
    if (left === 0 || child.exitCode !== null) throw new Error('Prism does not answer.')
    await new Promise((done) => setTimeout(done, 100))
  }
  return { url, token: 'any', memory: () => memoryOf(child), cpu: () => 0, stop: async () => stop(child) }
}
