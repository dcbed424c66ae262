import type { APIRoute, GetStaticPaths } from 'astro'
import { type Twin, twins } from '../site/twins.ts'

export const getStaticPaths: GetStaticPaths = async () => {
  return (await twins()).map((twin) => ({ params: { twin: twin.path }, props: { twin } }))
}

/** A page as Markdown. */
export const GET: APIRoute<{ twin: Twin }> = async ({ props }) => {
  return new Response(await props.twin.text(), { headers: { 'Content-Type': 'text/markdown' } })
}
