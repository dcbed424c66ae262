import { TryIt } from './try-it.ts'

if (!customElements.get('try-it')) customElements.define('try-it', TryIt)
