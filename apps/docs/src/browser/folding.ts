/** Gives each button with `data-unfold` its work: it unfolds everything in the element of that id, or folds it. */
export function foldButtons(root: Document): void {
  for (const button of root.querySelectorAll<HTMLButtonElement>('button[data-unfold]')) {
    button.hidden = false
    button.addEventListener('click', () => {
      const open = button.dataset['open'] === undefined
      const place = root.getElementById(button.dataset['unfold'] ?? '')
      for (const details of place?.querySelectorAll('details') ?? []) details.open = open
      button.toggleAttribute('data-open', open)
      button.textContent = open ? 'Fold all' : 'Unfold all'
    })
  }
}

/** Unfolds what hides the place that the address names, for browsers that do not do so themselves. */
export function showTarget(root: Document): void {
  const target = root.getElementById(decoded(location.hash.slice(1)))
  if (target === null) return
  let hidden = false
  for (let at = target.closest('details'); at !== null; at = at.parentElement?.closest('details') ?? null) {
    if (!at.open) hidden = true
    at.open = true
  }
  if (hidden) target.scrollIntoView()
}

function decoded(hash: string): string {
  try {
    return decodeURIComponent(hash)
  } catch {
    return hash
  }
}
