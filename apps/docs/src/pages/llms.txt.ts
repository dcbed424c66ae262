import { llmsText } from '../site/llms.ts'

/** The map of the site for programs that read text. */
export async function GET(): Promise<Response> {
  return new Response(await llmsText(), { headers: { 'Content-Type': 'text/plain' } })
}
