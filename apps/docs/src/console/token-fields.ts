import { element } from './element.ts'
import { inputField, selectField } from './field.ts'
import { sandboxToken, type DemoClient, type SandboxTokens } from './token.ts'

/** The access token, kept in this page's memory only, and the button that gets one from the sandbox. */
export class TokenFields {
  readonly nodes: HTMLElement[]
  readonly #token = inputField('Access token', {
    type: 'password',
    'data-1p-ignore': true,
    'data-lpignore': 'true',
  })
  readonly #client
  readonly #get = element('button', { type: 'button' }, 'Get a sandbox token')
  readonly #note = element('p', { class: 'try-it-note', role: 'status' })
  readonly #tokens: SandboxTokens | null
  readonly #base: () => string | undefined
  readonly #got: (client: DemoClient) => void
  /** The tokens of the servers that are not chosen at the moment, by server. */
  readonly #others = new Map<string, string>()
  #server = ''

  /**
   * @param base the sandbox's address, or undefined while it is not valid.
   * @param got hears whose token it now is.
   */
  constructor(
    tokens: SandboxTokens | null,
    base: () => string | undefined,
    got: (client: DemoClient) => void,
  ) {
    this.#tokens = tokens
    this.#base = base
    this.#got = got
    const clients = tokens?.clients ?? []
    this.#client = selectField(
      'as',
      clients.map(({ name }, index) => [String(index), name]),
    )
    this.#client.row.classList.add('try-it-inline')
    this.#client.row.hidden = clients.length < 2
    this.#get.addEventListener('click', () => void this.#fetch())
    const buttons = element('div', { class: 'try-it-row' }, this.#get, this.#client.row)
    buttons.hidden = clients.length === 0
    this.#token.row.append(this.#note)
    this.nodes = [this.#token.row, buttons]
  }

  /** The token without spaces around it; empty for none. */
  get value(): string {
    return this.#token.control.value.trim().replace(/^Bearer\s+/i, '')
  }

  /** Puts the token of the last server away and takes out that of the next, so that none reaches another server. */
  change(server: string, isSandbox: boolean): void {
    if (this.#server !== '') this.#others.set(this.#server, this.#token.control.value)
    this.#server = server
    this.#token.control.value = this.#others.get(server) ?? ''
    this.#others.delete(server)
    this.#get.hidden = !isSandbox
    this.#client.row.hidden = !isSandbox || (this.#tokens?.clients.length ?? 0) < 2
    this.#note.textContent = ''
  }

  async #fetch(): Promise<void> {
    const base = this.#base()
    const client = this.#tokens?.clients[Number(this.#client.control.value)]
    if (base === undefined || this.#tokens === null || client === undefined) return
    const server = this.#server
    this.#note.textContent = 'Getting a token …'
    try {
      const token = await sandboxToken(base, this.#tokens, client)
      if (this.#server !== server) return
      this.#token.control.value = token
      this.#note.textContent = `Got a token of ${client.name}.`
      this.#got(client)
    } catch (error) {
      if (this.#server === server)
        this.#note.textContent = error instanceof Error ? error.message : String(error)
    }
  }
}
