import { channel } from 'node:diagnostics_channel'

/** A page as it was rendered, before it is written. */
export interface FinishedPage {
  /** Its path with the site's own, such as `/reference/createCustomer/`. */
  path: string
  html: string
}

/**
 * Every page of a build, as soon as it is rendered. The pages are made by a bundle and the build's hooks are not in
 * it, so that the two share a channel of the process and no module.
 */
export const finishedPages = channel('docs:finished-page')

/** Whether a message of the channel is a page. */
export function isFinishedPage(message: unknown): message is FinishedPage {
  return typeof message === 'object' && message !== null && 'path' in message && 'html' in message
}
