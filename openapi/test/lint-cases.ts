import type { Change } from './support/copy.ts'

/** A way to break the small contract, and what lint must say about it. */
export interface LintCase {
  rule: string
  title: string
  changes: Record<string, Change>
  /** Where the problem is reported, `file:line`. */
  at: string
  reason: RegExp
  fix: RegExp
}

const path = 'paths/v1_Things.yaml'
const thing = 'components/schemas/Thing.yaml'
const part = 'components/schemas/Part.yaml'
const whole = 'components/examples/ThingWhole.yaml'

function lintCase(
  rule: string,
  title: string,
  changes: Record<string, Change>,
  at: string,
  reason: RegExp,
  fix: RegExp,
): LintCase {
  return { rule, title, changes, at, reason, fix }
}

/** At least one case for every rule that `redocly.yaml` names. */
export const lintCases: LintCase[] = [
  // Rules of Redocly that the recommended set leaves off.
  lintCase(
    'component-name-unique',
    'two schemas of one name',
    {
      [part]: ['./PartData.yaml', './deep/Thing.yaml'],
      'components/schemas/deep/Thing.yaml': 'type: object\ndescription: Another thing.\n',
      'components/schemas/PartData.yaml': null,
    },
    'components/schemas/Thing.yaml:1',
    /not unique/,
    /Rename one/,
  ),
  lintCase(
    'no-http-verbs-in-paths',
    'a verb in a path',
    {
      'openapi.yaml': [
        '/v1/Things:\n    $ref: paths/v1_Things.yaml',
        '/v1/Things/get:\n    $ref: paths/v1_Things_get.yaml',
      ],
      'paths/v1_Things_get.yaml':
        'get:\n  operationId: listThings\n  summary: List\n  description: Lists.\n  tags: [Things]\n',
    },
    'paths/v1_Things_get.yaml:1',
    /get/,
    /leave the verb to the HTTP method/,
  ),
  lintCase(
    'operation-description',
    'an operation without a description',
    { [path]: ['  description: Creates a thing.\n', ''] },
    `${path}:31`,
    /description/,
    /what the operation does/,
  ),
  lintCase(
    'operation-singular-tag',
    'an operation with two tags',
    {
      [path]: ['tags: [Things]', 'tags: [Things, More]'],
      'openapi.yaml': ['tags:\n', 'tags:\n  - name: More\n    description: More.\n'],
    },
    `${path}:5`,
    /one tag/,
    /Keep one tag/,
  ),
  lintCase(
    'operation-tag-defined',
    'a tag that is not defined',
    { [path]: ['tags: [Things]', 'tags: [Thingz]'] },
    `${path}:5`,
    /tags should be defined/i,
    /define the new one/,
  ),
  lintCase(
    'parameter-description',
    'a parameter without a description',
    { 'components/parameters/Key.yaml': ['description: The key to search for.\n', ''] },
    'components/parameters/Key.yaml:1',
    /description/,
    /what to send/,
  ),
  lintCase(
    'path-http-verbs-order',
    'methods out of order',
    {
      [path]: ['get:\n', 'delete:\n  operationId: deleteThings\nget:\n'],
    },
    `${path}:3`,
    /order/,
    /Order the methods/,
  ),
  lintCase(
    'request-mime-type',
    'a body that is not JSON',
    {
      [path]: [
        'application/json:\n        schema:\n          $ref: ../components/schemas/Thing.yaml',
        'text/plain:\n        schema:\n          $ref: ../components/schemas/Thing.yaml',
      ],
    },
    `${path}:51`,
    /text\/plain/,
    /application\/json/,
  ),
  lintCase(
    'response-mime-type',
    'an answer that is not JSON',
    {
      [path]: [
        'application/json:\n          schema:\n            $ref: ../components/schemas/ThingPage.yaml',
        'text/plain:\n          schema:\n            $ref: ../components/schemas/ThingPage.yaml',
      ],
    },
    `${path}:17`,
    /text\/plain/,
    /application\/json/,
  ),
  lintCase(
    'spec-strict-refs',
    'a reference where OpenAPI has none',
    {
      [path]: ['get:\n', 'get:\n  externalDocs:\n    $ref: ../components/examples/ErrorWrong.yaml\n'],
    },
    `${path}:3`,
    /\$ref/,
    /no `\$ref` at this place/,
  ),

  // Configurable rules.
  lintCase(
    'rule/operation-roles',
    'an operation without roles',
    { [path]: ['  x-roles: [csp]\n', ''] },
    `${path}:2`,
    /who may call it/,
    /Add `x-roles`/,
  ),
  lintCase(
    'rule/operation-retry-safety',
    'an operation without retry safety',
    { [path]: ['  x-retry-safety: safe\n', ''] },
    `${path}:2`,
    /sent again/,
    /Add `x-retry-safety/,
  ),
  lintCase(
    'rule/operation-documentation',
    'an operation that does not say how far it is documented',
    { [path]: ['  x-documentation:\n    coverage: full\n', ''] },
    `${path}:2`,
    /publicly documented/,
    /Add `x-documentation`/,
  ),
  lintCase(
    'rule/error-responses',
    'an operation without 403',
    { [path]: ["    '403':\n      $ref: ../components/responses/Forbidden.yaml\n", ''] },
    `${path}:13`,
    /403 is required/,
    /shared answer/,
  ),
  lintCase(
    'rule/no-schema-id',
    'a nested $id',
    { [part]: ['type: object\n', 'type: object\n$id: https://things.example/part\n'] },
    `${part}:2`,
    /changes what every `\$ref` below it means/,
    /Remove it/,
  ),
  lintCase(
    'rule/example-in-file',
    'an example inside a path',
    {
      [path]: [
        '            $ref: ../components/examples/ThingWhole.yaml',
        '            summary: Whole\n            value:\n              key: K-1',
      ],
      [whole]: null,
    },
    `${path}:55`,
    /inside another file/,
    /components\/examples/,
  ),
  lintCase(
    'rule/example-summary',
    'an example without a title',
    { [whole]: ['summary: A whole thing\n', ''] },
    `${whole}:1`,
    /no title/,
    /Add a `summary`/,
  ),
  lintCase(
    'rule/media-type-examples',
    'a body without an example',
    {
      [path]: [
        '        examples:\n          whole:\n            $ref: ../components/examples/ThingWhole.yaml\n',
        '',
      ],
      [whole]: null,
    },
    `${path}:52`,
    /no example/,
    /one per case/,
  ),

  // Our own rules.
  lintCase(
    'contract/component-file',
    'a schema in the folder of the examples',
    {
      [part]: ['./PartData.yaml', '../examples/PartData.yaml'],
      'components/schemas/PartData.yaml': null,
      'components/examples/PartData.yaml': 'type: object\ndescription: Data.\n',
    },
    `${part}:10`,
    /no file for a Schema/,
    /components\/schemas/,
  ),
  lintCase(
    'contract/component-file',
    'a schema file in camelCase',
    {
      [part]: ['./PartData.yaml', './partData.yaml'],
      'components/schemas/PartData.yaml': null,
      'components/schemas/partData.yaml': 'type: object\ndescription: Data.\n',
    },
    `${part}:10`,
    /no file for a Schema/,
    /PascalCase/,
  ),
  lintCase(
    'contract/component-file',
    'a component that is called otherwise than its file',
    {
      'openapi.yaml': [
        'security: []',
        'components:\n  securitySchemes:\n    key:\n      $ref: components/securitySchemes/bearer.yaml\nsecurity: []',
      ],
      'components/securitySchemes/bearer.yaml': 'type: http\nscheme: bearer\n',
    },
    'openapi.yaml:15',
    /not called as its file is/,
    /key\.yaml/,
  ),
  lintCase(
    'contract/error-envelope',
    'an error body of its own',
    {
      'components/responses/ServerError.yaml': ['../schemas/ErrorEnvelope.yaml', '../schemas/PartData.yaml'],
    },
    'components/responses/ServerError.yaml:3',
    /not the shared envelope/,
    /ErrorEnvelope\.yaml/,
  ),
  lintCase(
    'contract/error-envelope',
    'a 400 without a body',
    {
      [path]: [
        "'400':\n      $ref: ../components/responses/BadRequest.yaml",
        "'400':\n      description: No.",
      ],
    },
    `${path}:23`,
    /describes no body/,
    /ErrorEnvelope/,
  ),
  lintCase(
    'contract/json-string-examples',
    'a schema example whose text is not JSON',
    { [part]: [`    examples:\n      - '{"weight":1}'`, `    examples:\n      - '{"weight":1'`] },
    `${part}:12`,
    /The text is not JSON/,
    /Serialise an object/,
  ),
  lintCase(
    'contract/json-string-examples',
    'a body example whose text does not fit, deep inside',
    { [whole]: ['{"weight":1}', '{"weight":"heavy"}'] },
    `${whole}:7`,
    /\/weight must be number/,
    /contentSchema/,
  ),
  lintCase(
    'contract/marks',
    'a misspelt mark',
    { [thing]: ['x-sensitive', 'x-sensitiv'] },
    `${thing}:22`,
    /No mark is called `x-sensitiv`/,
    /Use one of/,
  ),
  lintCase(
    'contract/marks',
    'a mark with a value that nobody knows',
    { [thing]: ['x-sensitive: personal', 'x-sensitive: yes'] },
    `${thing}:22`,
    /value that nobody understands: "yes"/,
    /`personal` or `credential`/,
  ),
  lintCase(
    'contract/marks',
    'a mark where it means nothing',
    { [thing]: ['type: object\n', 'type: object\nx-roles: [csp]\n'] },
    `${thing}:2`,
    /means nothing on this object \(Schema\)/,
    /one of these objects: Operation/,
  ),
  lintCase(
    'contract/marks',
    'a misspelt mark beside a reference',
    { [thing]: ['      $ref: ./Part.yaml', '      $ref: ./Part.yaml\n      x-infered: Seen in an example.'] },
    `${thing}:36`,
    /No mark is called `x-infered`/,
    /Use one of/,
  ),
  lintCase(
    'contract/marks',
    'partial documentation that does not say what is missing',
    { [path]: ['coverage: full', 'coverage: partial'] },
    `${path}:8`,
    /nobody understands/,
    /unknown/,
  ),
  lintCase(
    'contract/no-orphan-file',
    'a file that nobody refers to',
    { 'components/schemas/Lost.yaml': 'type: object\ndescription: Lost.\n' },
    'components/schemas/Lost.yaml:1',
    /No reference leads to this file/,
    /delete it/,
  ),
  lintCase(
    'contract/path-file',
    'a path file that does not mirror its URL',
    { 'openapi.yaml': ['/v1/Things:', '/v1/Stuff:'] },
    'openapi.yaml:18',
    /mirrors its URL/,
    /paths\/v1_Stuff\.yaml/,
  ),
  lintCase(
    'contract/path-file',
    'a path inside the root document',
    {
      'openapi.yaml': ['    $ref: paths/v1_Things.yaml', '    get:\n      $ref: paths/v1_Things.yaml#/get'],
    },
    'openapi.yaml:18',
    /mirrors its URL/,
    /paths\/v1_Things\.yaml/,
  ),
  lintCase(
    'contract/personal-data-marked',
    'an email address that is not marked',
    { [thing]: ['    x-sensitive: personal\n', ''] },
    `${thing}:18`,
    /`email` holds personal data/,
    /x-sensitive: personal/,
  ),
  lintCase(
    'contract/personal-data-marked',
    'a secret that is marked as personal data',
    { [thing]: ['  email:', '  clientSecret:'] },
    `${thing}:18`,
    /`clientSecret` holds a credential/,
    /x-sensitive: credential/,
  ),
  lintCase(
    'contract/personal-data-marked',
    'a parameter that is not marked',
    {
      'components/parameters/Field.yaml': ['name: field', 'name: phone'],
      [path]: ['field: key\n', 'phone: key\n'],
    },
    'components/parameters/Field.yaml:1',
    /`phone` holds personal data/,
    /x-sensitive: personal/,
  ),
  lintCase(
    'contract/property-documented',
    'a property without a description',
    { [thing]: ['    description: The key of the thing.\n', ''] },
    `${thing}:12`,
    /`key` has no description/,
    /decide what to send/,
  ),
  lintCase(
    'contract/property-documented',
    'a property without an example',
    { [thing]: ['    examples:\n      - K-1\n', ''] },
    `${thing}:12`,
    /`key` has no example/,
    /one realistic value/,
  ),
  lintCase(
    'contract/reconcile',
    'a POST that does not say what settles it',
    {
      [path]: [
        '  x-reconcile:\n    operationId: listThings\n    query:\n      field: key\n      key: $request.body#/key\n    match:\n      key: $request.body#/key\n    id: id\n',
        '',
      ],
    },
    `${path}:32`,
    /the answer to this POST is lost/,
    /x-reconcile/,
  ),
  lintCase(
    'contract/reconcile',
    'a read that does not exist',
    { [path]: ['    operationId: listThings\n', '    operationId: findThings\n'] },
    `${path}:39`,
    /findThings, which is no GET/,
    /operationId of the list/,
  ),
  lintCase(
    'contract/reconcile',
    'a read that is a POST',
    { [path]: ['    operationId: listThings\n', '    operationId: createThing\n'] },
    `${path}:39`,
    /createThing, which is no GET/,
    /operationId of the list/,
  ),
  lintCase(
    'contract/reconcile',
    'a query parameter that the read does not have',
    { [path]: ['      field: key\n', '      fields: key\n'] },
    `${path}:41`,
    /no query parameter `fields`/,
    /its operation lists/,
  ),
  lintCase(
    'contract/reconcile',
    'a value that the query parameter does not take',
    { [path]: ['      field: key\n', '      field: colour\n'] },
    `${path}:41`,
    /does not take "colour"/,
    /key, name/,
  ),
  lintCase(
    'contract/reconcile',
    'a property that the body does not have',
    { [path]: ['key: $request.body#/key\n    match', 'key: $request.body#/code\n    match'] },
    `${path}:42`,
    /no property `code`/,
    /body sent/,
  ),
  lintCase(
    'contract/reconcile',
    'a property that the items do not have',
    { [path]: ['    id: id\n', '    id: thingId\n'] },
    `${path}:45`,
    /no property `thingId`/,
    /items that the read returns/,
  ),
  lintCase(
    'contract/retry-safety',
    'a POST that is called safe',
    { [path]: ['x-retry-safety: unsafe', 'x-retry-safety: safe'] },
    `${path}:37`,
    /POST is called safe/,
    /x-retry-safety: unsafe/,
  ),
  lintCase(
    'contract/string-bounded',
    'a string without a bound',
    { [thing]: ['    maxLength: 20\n', ''] },
    `${thing}:13`,
    /no bound/,
    /`maxLength`/,
  ),
  lintCase(
    'contract/string-bounded',
    'a string with a bound that says it has none',
    { [thing]: ['    x-unbounded: A note', '    maxLength: 20\n    x-unbounded: A note'] },
    `${thing}:28`,
    /says that it has no bound/,
    /Remove one/,
  ),
  lintCase(
    'contract/unique-base-name',
    'an example that is called as a schema is',
    {
      [path]: ['examples/ThingWhole.yaml', 'examples/Thing.yaml'],
      [whole]: null,
      'components/examples/Thing.yaml': 'summary: A thing\nvalue:\n  key: K-1\n',
    },
    'components/schemas/Thing.yaml:1',
    /same base name/,
    /Rename one/,
  ),
]
