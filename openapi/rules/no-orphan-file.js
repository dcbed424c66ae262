import { partFiles, startOf } from './lib/files.js'

/**
 * Every file in `paths/` and `components/` is used: a file that nobody refers to is checked by nobody.
 * @type {import('@redocly/openapi-core').Oas3Rule}
 */
export const noOrphanFile = () => {
  /** @type {Set<string>} */
  const used = new Set()
  return {
    ref: {
      enter(_node, _context, target) {
        if (target.location) used.add(target.location.source.absoluteRef)
      },
    },
    Root: {
      leave(_root, context) {
        for (const file of partFiles(context.location.source.absoluteRef)) {
          if (used.has(file)) continue
          context.report({
            message: 'No reference leads to this file. Fix: Refer to it from where it belongs, or delete it.',
            location: startOf(file),
          })
        }
      },
    },
  }
}
