import { inputField } from './field.ts'

/** Asks for a name to be typed before a request may leave for anything but the sandbox. */
export class Guard {
  readonly row: HTMLElement
  readonly #field = inputField('')
  readonly #label: HTMLLabelElement | null
  #name = ''
  #active = false

  constructor() {
    this.row = this.#field.row
    this.row.classList.add('try-it-guard')
    this.#label = this.row.querySelector('label')
    this.#field.control.addEventListener('input', () => this.#check())
  }

  /**
   * Sets what has to be typed.
   * @param active false for the sandbox, which needs no guard.
   */
  ask(active: boolean, name: string): void {
    this.#active = active
    this.#name = name.trim()
    this.row.hidden = !active
    if (this.#label !== null) {
      this.#label.textContent =
        this.#name === ''
          ? 'Fill in the tenant, then type it here again'
          : `To send this to production, type ${this.#name}`
    }
    this.#check()
  }

  /** True when the request may be sent. */
  get isOpen(): boolean {
    return !this.#active || (this.#name !== '' && this.#field.control.value.trim() === this.#name)
  }

  /** Closes the guard again: every request is confirmed by itself. */
  reset(): void {
    this.#field.control.value = ''
    this.#check()
  }

  #check(): void {
    const { control } = this.#field
    control.setCustomValidity(
      this.isOpen ? '' : `Type ${this.#name === '' ? 'the tenant' : this.#name} to send this to production.`,
    )
  }
}
