import { details, summary } from './answer.ts'
import type { ConsoleData } from './data.ts'
import { element } from './element.ts'
import { RequestForm } from './request-form.ts'
import { send } from './send.ts'

/**
 * `<try-it>`: sends one of an operation's example requests, edited at will, to the sandbox or to a server of the
 * contract. The page carries the markup of `consoleHtml`; the form is built when the reader opens it, and no request
 * leaves before Send is pressed. Credentials live in the form's fields and nowhere else.
 */
export class TryIt extends HTMLElement {
  #isBuilt = false

  connectedCallback(): void {
    const panel = this.querySelector('details')
    panel?.addEventListener('toggle', () => this.#build(panel))
    if (panel?.open === true) this.#build(panel)
  }

  #build(panel: HTMLDetailsElement): void {
    if (this.#isBuilt) return
    this.#isBuilt = true
    const data: ConsoleData = JSON.parse(this.querySelector('script')?.textContent ?? '')
    panel.querySelector('.try-it-fallback')?.remove()
    panel.append(...parts(data))
  }
}

/** The form with the answer under it. */
function parts(data: ConsoleData): Node[] {
  const form = new RequestForm(data)
  const cancel = element('button', { type: 'button', hidden: true }, 'Cancel')
  const status = element('p', { class: 'try-it-status', role: 'status' })
  const answer = element('div', { class: 'try-it-answer' })
  let running: AbortController | undefined

  async function submit(): Promise<void> {
    if (running !== undefined) return
    const request = form.read()
    if (request === undefined) return
    const { isSandbox } = form
    running = new AbortController()
    cancel.hidden = false
    status.textContent = `Sending ${request.method} ${request.url} …`
    answer.replaceChildren()
    const outcome = await send(request, running.signal)
    running = undefined
    cancel.hidden = true
    form.next(outcome.kind === 'answer' && outcome.status < 300)
    status.textContent = summary(outcome, request, { isSandbox, changes: data.changes })
    status.dataset['outcome'] = outcome.kind === 'answer' && outcome.status < 400 ? 'good' : 'bad'
    answer.replaceChildren(...details(outcome, request))
  }

  form.send.after(cancel)
  cancel.addEventListener('click', () => running?.abort())
  form.node.addEventListener('submit', (event) => {
    event.preventDefault()
    void submit()
  })
  return [form.node, status, answer]
}
