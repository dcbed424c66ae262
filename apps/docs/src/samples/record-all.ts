import { startSandbox } from '@cloudcockpit/sandbox'
import type { OpenApiDocument } from './document.ts'
import type { RecordedAnswer } from './recorded.ts'
import { record } from './record.ts'

/** Records every sample against a fresh sandbox that sets resellers up at once, so that no answer depends on time. */
export async function recordAll(document: OpenApiDocument): Promise<Record<string, RecordedAnswer>> {
  const sandbox = await startSandbox({ providerSetup: 0 })
  try {
    return await record(document, { url: sandbox.url, token: await sandbox.token() })
  } finally {
    await sandbox.close()
  }
}
