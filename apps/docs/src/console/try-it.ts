import type { ConsoleData } from './data.ts'

/** `<try-it>`: sends one of an operation's example requests, edited at will, to the sandbox or a server of the contract. */
export class TryIt extends HTMLElement {
  connectedCallback(): void {
    const source = this.querySelector('script[type="application/json"]')?.textContent
    if (source === null || source === undefined)
      throw new Error('<try-it> needs its data in a JSON script element.')
    const data: ConsoleData = JSON.parse(source)
    this.dataset['operation'] = data.operationId
  }
}
