import { startSandbox } from '@cloudcockpit/sandbox'
import { onboard } from './onboard.ts'

// A sandbox of its own, on a free port and in memory: nothing to clean up, nothing in the way.
const sandbox = await startSandbox()
try {
  process.stdout.write(`Sending every create example of the contract to ${sandbox.url}\n`)
  for (const { operation, example, id, companyName } of await onboard(sandbox)) {
    process.stdout.write(`  ${operation} ${example}: ${id} ${companyName ?? ''}\n`)
  }
} finally {
  await sandbox.close()
}
