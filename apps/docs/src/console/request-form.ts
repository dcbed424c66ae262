import { requestUrl } from '../samples/url.ts'
import { isJson } from '../reference/media-type.ts'
import type { ConsoleData, ConsoleParameter } from './data.ts'
import { element } from './element.ts'
import { inputField, selectField, textField, type Field } from './field.ts'
import { Guard } from './guard.ts'
import { isCorrelationId, isTenant, newId } from './headers.ts'
import type { ConsoleRequest } from './send.ts'
import { ServerFields } from './server-fields.ts'
import { TokenFields } from './token-fields.ts'

/** The form in which the reader edits a request. It sends nothing. */
export class RequestForm {
  readonly node: HTMLFormElement
  readonly send = element('button', { type: 'submit', class: 'try-it-send' }, 'Send')
  readonly #data: ConsoleData
  readonly #server: ServerFields
  readonly #token: TokenFields
  readonly #guard = new Guard()
  readonly #example
  readonly #parameters
  readonly #body
  readonly #bodyNote = element('p', { class: 'try-it-note', role: 'status' })

  constructor(data: ConsoleData) {
    this.#data = data
    this.#server = new ServerFields(data.servers, () => this.#changeServer())
    this.#token = new TokenFields(
      data.tokens,
      () => this.#server.base,
      ({ domains }) => this.#useTenant(domains),
    )
    this.#example = selectField(
      'Example',
      data.examples.map(({ name, summary }, index) => [String(index), summary === '' ? name : summary]),
    )
    this.#example.row.hidden = data.examples.length < 2
    this.#example.control.addEventListener('change', () => this.#fill())
    this.#parameters = data.parameters.map((parameter) => parameterField(parameter))
    this.#body = data.mediaType === null ? undefined : textField(`Body (${data.mediaType})`)
    this.#body?.control.addEventListener('input', () => this.#checkBody())
    this.#body?.row.append(this.#bodyNote)
    this.node = element(
      'form',
      { class: 'try-it-form', autocomplete: 'off' },
      this.#example.row,
      ...this.#server.nodes,
      ...this.#token.nodes,
      ...this.#parameters.map(({ row }) => row),
      ...(this.#body === undefined ? [] : [this.#body.row]),
      this.#guard.row,
      element('div', { class: 'try-it-row' }, this.send),
    )
    this.node.addEventListener('input', () => this.#askGuard())
    this.#renewId()
    this.#changeServer()
    this.#fill()
  }

  /** True when the request goes to the sandbox. */
  get isSandbox(): boolean {
    return this.#server.isSandbox
  }

  /** The request as it stands; undefined while something keeps it from being sent, which the form then shows. */
  read(): ConsoleRequest | undefined {
    const base = this.#server.base
    if (!this.node.reportValidity() || base === undefined || !this.#guard.isOpen) return undefined
    const values = this.#parameters.map(({ parameter, control }) => ({
      ...parameter,
      value: control.value || undefined,
    }))
    const headers = values.flatMap(({ in: place, name, value }) =>
      place === 'header' && value !== undefined ? [[name, value] as const] : [],
    )
    const body = this.#body?.control.value || undefined
    const type = this.#data.mediaType
    return {
      method: this.#data.method,
      url: requestUrl(base, this.#data.path, values),
      headers: body === undefined || type === null ? headers : [...headers, ['Content-Type', type]],
      token: this.#token.value,
      body,
    }
  }

  /**
   * Makes the form ready for the next request.
   * @param done true when the last one succeeded, so that the next is another action with an id of its own.
   */
  next(done: boolean): void {
    this.#guard.reset()
    if (done) this.#renewId()
  }

  #renewId(): void {
    for (const { parameter, control } of this.#parameters) {
      if (isCorrelationId(parameter.name)) control.value = newId()
    }
  }

  /** Fills in the chosen example; tenant and correlation id belong to the reader and stay. */
  #fill(): void {
    for (const [index, { parameter, control }] of this.#parameters.entries()) {
      const isOwn = isCorrelationId(parameter.name) || isTenant(parameter.name)
      if (!isOwn) control.value = this.#exampleValue(index)
    }
    const example = this.#data.examples[Number(this.#example.control.value)]
    if (this.#body !== undefined) this.#body.control.value = example?.body ?? ''
    this.#checkBody()
  }

  /** The examples' tenant is the sandbox's: whoever leaves the sandbox names a tenant of their own. */
  #changeServer(): void {
    for (const [index, { parameter, control }] of this.#parameters.entries()) {
      if (isTenant(parameter.name)) control.value = this.#server.isSandbox ? this.#exampleValue(index) : ''
    }
    this.#token.change(this.#server.server.url, this.#server.isSandbox)
    this.#guard.reset()
    this.#askGuard()
  }

  /** A token is of one tenant only: names that tenant, unless the reader has done so. */
  #useTenant(domains: readonly string[]): void {
    for (const { parameter, control } of this.#parameters) {
      if (isTenant(parameter.name) && !domains.includes(control.value)) control.value = domains[0] ?? ''
    }
  }

  #exampleValue(index: number): string {
    return this.#data.examples[Number(this.#example.control.value)]?.values[index] ?? ''
  }

  /** Without a tenant header, the server's host is what has to be typed. */
  #askGuard(): void {
    const tenant = this.#parameters.find(({ parameter }) => isTenant(parameter.name))
    const { url } = this.#server.server
    const host = URL.canParse(url) ? new URL(url).host : url
    this.#guard.ask(!this.#server.isSandbox, tenant === undefined ? host : tenant.control.value)
  }

  /** Says when the body is not JSON, and lets it be sent all the same: the answer is worth seeing. */
  #checkBody(): void {
    const text = this.#body?.control.value ?? ''
    this.#bodyNote.textContent = ''
    if (text === '' || this.#data.mediaType === null || !isJson(this.#data.mediaType)) return
    try {
      JSON.parse(text)
    } catch (error) {
      this.#bodyNote.textContent = `Not valid JSON: ${error instanceof Error ? error.message : String(error)}`
    }
  }
}

/** The field of a parameter. Only what the path needs is required: a missing header or query has an answer worth seeing. */
function parameterField(parameter: ConsoleParameter): Field & { parameter: ConsoleParameter } {
  const { name, in: place, required, choices } = parameter
  const hint = required ? '' : ', optional'
  const field = inputField(`${name} (${place}${hint})`, { required: place === 'path' }, choices)
  return { ...field, parameter }
}
