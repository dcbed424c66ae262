import type { ConsoleData } from './data.ts'
import { element } from './element.ts'
import { inputField, selectField } from './field.ts'
import { loopbackOrigin } from './loopback.ts'

type Server = ConsoleData['servers'][number]

/** Which server the request goes to; for the sandbox also its address, which may be any on this machine. */
export class ServerFields {
  readonly nodes: HTMLElement[]
  readonly #servers: readonly Server[]
  readonly #choice
  readonly #address = inputField('Sandbox address', { type: 'url', inputmode: 'url' })
  readonly #note = element('p', { class: 'try-it-note' })

  constructor(servers: readonly Server[], changed: () => void) {
    this.#servers = servers
    this.#choice = selectField(
      'Server',
      servers.map(({ url, environment }, index) => [
        String(index),
        environment === undefined ? url : `${environment}: ${url}`,
      ]),
    )
    this.#address.control.value = servers.find(isSandbox)?.url ?? ''
    this.#choice.control.addEventListener('change', () => {
      this.#update()
      changed()
    })
    this.#address.control.addEventListener('input', () => this.#update())
    this.nodes = [this.#choice.row, this.#note, this.#address.row]
    this.#update()
  }

  /** The chosen server. */
  get server(): Server {
    return (
      this.#servers[Number(this.#choice.control.value)] ?? {
        url: '',
        description: '',
        environment: undefined,
      }
    )
  }

  /** True when the request stays on this machine. */
  get isSandbox(): boolean {
    return isSandbox(this.server)
  }

  /** Where requests go, without a slash at the end; undefined while the sandbox's address is none of this machine. */
  get base(): string | undefined {
    return this.isSandbox ? loopbackOrigin(this.#address.control.value) : absolute(this.server.url)
  }

  #update(): void {
    const { control, row } = this.#address
    row.hidden = !this.isSandbox
    this.#note.textContent = this.server.description
    this.#note.classList.toggle('try-it-warning', !this.isSandbox)
    control.setCustomValidity(
      this.base === undefined
        ? 'The sandbox runs on this machine: an address such as http://localhost:4010.'
        : '',
    )
  }
}

/** A contract may give an address that is relative to where it is published. */
function absolute(url: string): string {
  return URL.canParse(url, location.href) ? new URL(url, location.href).href.replace(/\/+$/, '') : url
}

function isSandbox({ environment }: Server): boolean {
  return environment === 'sandbox'
}
