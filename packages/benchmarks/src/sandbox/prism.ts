import { execFile, spawn } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { asChild, type Child, freePort, stop } from './child.ts'

/** The release that is compared; installed for the measurement only, so it is no dependency. */
export const prismVersion = '5.16.0'

/**
 * Installs Prism into a temporary folder and lets it mock the contract in one process.
 * @param parent where to install it
 * @param contract the path of the bundled contract
 */
export async function startPrism(parent: string, contract: string): Promise<Child> {
  const folder = join(parent, 'prism')
  await mkdir(folder)
  const install = ['install', '--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', folder]
  await promisify(execFile)('npm', [...install, `@stoplight/prism-cli@${prismVersion}`], { cwd: folder })
  const port = await freePort()
  const command = join(folder, 'node_modules/@stoplight/prism-cli/dist/index.js')
  // In production Prism would fork and pass its log between processes; at this level it says nothing when it is ready.
  const args = ['mock', contract, '-p', String(port), '-h', '127.0.0.1', '-v', 'error', '-m', 'false']
  const child = spawn(process.execPath, [command, ...args], { stdio: 'ignore' })
  const url = `http://127.0.0.1:${port}`
  const deadline = Date.now() + 60_000
  while (!(await answers(url))) {
    if (child.exitCode !== null) throw new Error(`Prism ended with ${child.exitCode} before it answered.`)
    if (Date.now() > deadline) {
      await stop(child)
      throw new Error('Prism does not answer within a minute.')
    }
    await new Promise((done) => setTimeout(done, 100))
  }
  return asChild(child, url, 'any')
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    () => true,
    () => false,
  )
}
