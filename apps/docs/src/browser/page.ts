import { copyButtons, copyLinks } from './copy.ts'
import { foldButtons, showTarget } from './folding.ts'
import { rememberLanguage } from './language.ts'

// Everything here is an extra: pages are whole without it.
copyButtons(document)
copyLinks(document)
foldButtons(document)
rememberLanguage(document)
showTarget(document)
window.addEventListener('hashchange', () => {
  showTarget(document)
})
