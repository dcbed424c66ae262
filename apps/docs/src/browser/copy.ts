/** Adds a button to each code block of the reference that copies the code. */
export function copyButtons(root: Document): void {
  for (const figure of root.querySelectorAll('figure.code')) {
    const button = root.createElement('button')
    button.type = 'button'
    button.className = 'copy'
    button.textContent = 'Copy'
    button.setAttribute('aria-label', `Copy ${figure.querySelector('figcaption')?.textContent ?? 'code'}`)
    button.addEventListener('click', () => {
      void copy(figure.querySelector('code')?.textContent ?? '', button)
    })
    figure.append(button)
  }
}

/** A click on the name of a property also copies its address. */
export function copyLinks(root: Document): void {
  root.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a.name[href], a.step[href]') : null
    // Not there on an address without TLS; the link still leads to the place.
    if (link instanceof HTMLAnchorElement && 'clipboard' in navigator) {
      navigator.clipboard.writeText(link.href).catch(() => undefined)
    }
  })
}

async function copy(text: string, button: HTMLButtonElement): Promise<void> {
  let said = 'Copied'
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    said = 'Not allowed'
  }
  button.textContent = said
  window.setTimeout(() => (button.textContent = 'Copy'), 1500)
}
