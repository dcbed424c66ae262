import { errorEnvelope } from './error-envelope.js'
import { componentFile } from './component-file.js'
import { jsonStringExamples } from './json-string-examples.js'
import { marks } from './marks.js'
import { noOrphanFile } from './no-orphan-file.js'
import { pathFile } from './path-file.js'
import { personalDataMarked } from './personal-data-marked.js'
import { propertyDocumented } from './property-documented.js'
import { reconcile } from './reconcile.js'
import { retrySafety } from './retry-safety.js'
import { stringBounded } from './string-bounded.js'
import { uniqueBaseName } from './unique-base-name.js'

/**
 * The lint rules that Redocly's configurable rules cannot express. Plain JavaScript, because the Redocly CLI and
 * its editor extension load this file without a TypeScript loader; type-checked all the same.
 *
 * Every message ends with `Fix: ` and what to do, so that whatever prints it tells.
 * @returns {import('@redocly/openapi-core').Plugin}
 * @see redocly.yaml for the configurable rules
 */
const plugin = () => ({
  id: 'contract',
  rules: {
    oas3: {
      'component-file': componentFile,
      'error-envelope': errorEnvelope,
      'json-string-examples': jsonStringExamples,
      marks,
      'no-orphan-file': noOrphanFile,
      'path-file': pathFile,
      'personal-data-marked': personalDataMarked,
      'property-documented': propertyDocumented,
      reconcile,
      'retry-safety': retrySafety,
      'string-bounded': stringBounded,
      'unique-base-name': uniqueBaseName,
    },
  },
})

export default plugin
