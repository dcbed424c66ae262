import { curl, type CurlRequest } from './curl.ts'
import type { OpenApiDocument } from './document.ts'
import { isJson } from '../reference/media-type.ts'
import { recordedAnswer, type RecordedAnswer } from './recorded.ts'
import { exampleNames, requestExample, sampleServer, type RequestExample } from './request.ts'
import { typescript } from './typescript.ts'
import { requestUrl } from './url.ts'

/** A request example in the languages that the docs show, with the answer the sandbox gave to it. */
interface Samples {
  /** For a POSIX shell; the token comes from `$COCKPIT_TOKEN`. */
  readonly curl: string
  /** A whole program with `@cloudcockpit/client`; the token comes from the same variable. */
  readonly typescript: string
  readonly recorded?: RecordedAnswer
}

/** What may differ from one place that shows samples to another. */
interface SampleOptions {
  /** Where the samples send their requests, without a slash at the end. Default: the contract's sandbox. */
  readonly server?: string
}

/**
 * The samples of one request example. Pure: the same document gives the same text.
 * @param document a bundled OpenAPI 3.1 document.
 * @param exampleName one of {@link exampleNames}.
 * @throws Error when the document has no such operation or example.
 * @see exampleNames
 */
export function samplesFor(
  document: OpenApiDocument,
  operationId: string,
  exampleName: string,
  options: SampleOptions = {},
): Samples {
  const request = requestExample(document, operationId, exampleName)
  const server = options.server ?? sampleServer(request.servers)
  const recorded = recordedAnswer(operationId, exampleName)
  return {
    curl: curl(curlRequest(request, server)),
    typescript: typescript(document, request, server),
    ...(recorded === undefined ? {} : { recorded }),
  }
}

/** The samples of all request examples of an operation, each with what it shows. */
export function samplesOf(
  document: OpenApiDocument,
  operation: { readonly id: string; readonly summary: string },
): (Samples & { readonly summary: string })[] {
  return exampleNames(document, operation.id).map((name) => {
    const { summary } = requestExample(document, operation.id, name)
    return { summary: summary || operation.summary, ...samplesFor(document, operation.id, name) }
  })
}

/** A request example as curl needs it. */
export function curlRequest(request: RequestExample, server: string): CurlRequest {
  const headers = request.parameters
    .filter((parameter) => parameter.in === 'header' && parameter.value !== undefined)
    .filter(({ name }) => name.toLowerCase() !== 'authorization')
    .map(({ name, value }) => [name, String(value)] as const)
  const { body } = request
  return {
    method: request.method,
    url: requestUrl(server, request.path, request.parameters),
    headers: body === undefined ? headers : [...headers, ['Content-Type', body.mediaType]],
    body: body === undefined ? undefined : bodyText(body.mediaType, body.value),
  }
}

/** A body as it is sent: JSON indented for reading, anything else as it is. */
export function bodyText(mediaType: string, value: unknown): string {
  return isJson(mediaType) || typeof value !== 'string' ? JSON.stringify(value, null, 2) : value
}
