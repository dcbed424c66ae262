import type { APIRoute, GetStaticPaths } from 'astro'
import { type ExampleFile, largeExamples } from '../../reference/large-examples.ts'
import { site } from '../../site/site.ts'

export const getStaticPaths: GetStaticPaths = () => {
  const files = largeExamples(site().operations)
  return files.map((file) => ({
    params: { file: file.path.slice('examples/'.length, -'.json'.length) },
    props: { file },
  }))
}

/** An example that is too long for a page. */
export const GET: APIRoute<{ file: ExampleFile }> = ({ props }) => {
  return new Response(props.file.text, { headers: { 'Content-Type': 'application/json' } })
}
