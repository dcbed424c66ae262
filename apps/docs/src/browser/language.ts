const key = 'docs-language'

/** Keeps the language of the samples from page to page, in this browser only. */
export function rememberLanguage(root: Document): void {
  const choices = [...root.querySelectorAll<HTMLInputElement>('input[name=language]')]
  const wanted = read()
  for (const choice of choices) {
    if (choice.value === wanted) choice.checked = true
    choice.addEventListener('change', () => {
      write(choice.value)
    })
  }
}

function read(): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function write(value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // Storage is off: the choice lasts for this page.
  }
}
