import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { normaliser } from './normalise.ts'
import type { OpenApiDocument } from './document.ts'
import { operationIds, findOperation } from './operation.ts'
import type { RecordedAnswer } from './recorded.ts'
import { exampleNames } from './request.ts'
import { samplesFor } from './samples.ts'

const run = promisify(execFile)

/** The sandbox that the samples are run against. */
export interface Target {
  /** Without a slash at the end. */
  readonly url: string
  readonly token: string
}

/** Headers that speak of the connection or of the moment, and so say nothing about the API. */
const passing = /^(?:connection|content-length|date|keep-alive|transfer-encoding|vary|access-control-.*)$/

/**
 * Runs the curl sample of every request example in a shell, and gives the answers by `operation/example`. Operations
 * that the sandbox does not do are left out: it answers 501 to them, which says nothing of the API. What
 * changes comes first, so that the reads find what the creates made. Ids and times that differ from run to run are
 * made constant.
 * @throws Error when a sample gets no answer.
 */
export async function record(
  document: OpenApiDocument,
  target: Target,
): Promise<Record<string, RecordedAnswer>> {
  const normalise = normaliser(JSON.stringify(document))
  const recorded: Record<string, RecordedAnswer> = {}
  for (const [operationId, name] of inOrder(document)) {
    const { curl } = samplesFor(document, operationId, name, { server: target.url })
    recorded[`${operationId}/${name}`] = normalise(await answerTo(curl, target.token))
  }
  return recorded
}

function inOrder(document: OpenApiDocument): [operationId: string, name: string][] {
  const reads = (id: string): number => Number(findOperation(document, id).method === 'GET')
  const done = operationIds(document).filter((id) => findOperation(document, id).inSandbox)
  const ids = done.sort((left, right) => reads(left) - reads(right))
  return ids.flatMap((id) => exampleNames(document, id).map((name): [string, string] => [id, name]))
}

/** Runs a curl command as it stands, with a curl that prints status and headers too. */
async function answerTo(command: string, token: string): Promise<RecordedAnswer> {
  const script = `curl() { command curl --silent --show-error --include "$@"; }\n${command}`
  const { stdout } = await run('sh', ['-euc', script], { env: { ...process.env, COCKPIT_TOKEN: token } })
  const end = stdout.indexOf('\r\n\r\n')
  const [statusLine = '', ...lines] = stdout.slice(0, end).split('\r\n')
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
  })
  return {
    status: Number(statusLine.split(' ')[1]),
    headers: Object.fromEntries(headers.filter(([name]) => !passing.test(name)).sort(byName)),
    body: indented(stdout.slice(end + 4)),
  }
}

function byName([left]: [string, string], [right]: [string, string]): number {
  return left < right ? -1 : 1
}

function indented(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2)
  } catch {
    return body
  }
}
