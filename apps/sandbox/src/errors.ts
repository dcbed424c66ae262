import type { components } from '@cloudcockpit/openapi/types'

/** The body of an error answer, as the contract describes it. */
export type ErrorEnvelope = components['schemas']['ErrorEnvelope']

/** Something wrong with one property or parameter of a request. */
export interface Problem {
  /** The property as the caller sent it, such as `providerResellers[0].priceMargin`. */
  property: string
  /** One sentence for people to read. */
  sentence: string
}

/** The values of `type` and the texts are the sandbox's own; the public documentation states none. */
const kinds = {
  400: ['BadRequest', 'The request cannot be read.'],
  404: ['NotFound', 'There is nothing at this address.'],
  405: ['MethodNotAllowed', 'This address does not take this method; the header Allow names those it takes.'],
  408: ['RequestTimeout', 'The request did not arrive in time.'],
  413: ['ContentTooLarge', 'The body is too large.'],
  414: ['UriTooLong', 'The address is too long.'],
  415: ['UnsupportedMediaType', 'The body must be sent as application/json.'],
  429: ['TooManyRequests', 'Too many requests.'],
  431: ['RequestHeaderFieldsTooLarge', 'The headers are too large.'],
  500: ['UnexpectedError', 'An unexpected error occurred.'],
  501: ['NotImplemented', 'The contract has this operation, the sandbox does not.'],
  503: ['Unavailable', 'The server cannot answer at the moment.'],
} as const satisfies Record<number, readonly [string, string]>

/** A failure with a status, to be answered in the API's error envelope. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: number
  readonly problems: readonly Problem[]
  readonly headers: Readonly<Record<string, string>>

  /**
   * @param status the HTTP status
   * @param message what went wrong, for people to read; the status' own text when left out
   * @param problems what is wrong with single properties
   * @param headers headers that the answer needs
   */
  constructor(
    status: number,
    message?: string,
    problems: readonly Problem[] = [],
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message ?? kindOf(status)[1])
    this.status = status
    this.problems = problems
    this.headers = headers
  }
}

/** The 400 that names properties. */
export function invalid(
  problems: readonly Problem[],
  noun: 'properties' | 'parameters' = 'properties',
): ApiError {
  return new ApiError(400, `One or more ${noun} are not valid.`, problems)
}

/**
 * An error as the API's envelope.
 * @param error the failure
 * @param correlationId the id of the request
 */
export function envelopeOf(error: ApiError, correlationId: string): ErrorEnvelope {
  const errors = new Map<string, string[]>()
  for (const { property, sentence } of error.problems) {
    const sentences = errors.get(property) ?? []
    if (!sentences.includes(sentence)) sentences.push(sentence)
    errors.set(property, sentences)
  }
  return {
    statusCode: error.status,
    type: error.problems.length > 0 ? 'ValidationError' : kindOf(error.status)[0],
    description: error.message,
    correlationId,
    errors: [...errors].map(([propertyName, description]) => ({ propertyName, description })),
  }
}

/** 401 and 403 are documented without a body; every other error has the envelope. */
export function hasBody(status: number): boolean {
  return status !== 401 && status !== 403
}

function kindOf(status: number): readonly [string, string] {
  const found = Object.entries(kinds).find(([key]) => Number(key) === status)
  return found?.[1] ?? (status < 500 ? kinds[400] : kinds[500])
}
