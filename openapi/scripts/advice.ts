/**
 * What to do about a problem, by the rule that found it. Only for the rules of Redocly: those of this contract say
 * it in their messages.
 */
export const advice: Readonly<Record<string, string>> = {
  'configuration no-unresolved-refs': 'Correct the path of the file that redocly.yaml names.',
  'configuration struct': 'Correct redocly.yaml: the name of the rule, or the value that it takes.',
  syntax: 'Correct the YAML at this place: look at the indentation, the colons and the quotes around it.',
  'component-name-unique': 'Rename one of the files; the name of a file is the name of the component.',
  'info-license': 'Add `license` under `info`.',
  'info-license-strict': 'Give the licence an `identifier` (SPDX) or a `url`.',
  'no-ambiguous-paths': 'Change one of the two paths, so that no URL fits both.',
  'no-duplicated-enum-values': 'Remove the value that stands there twice.',
  'no-duplicated-tag-names': 'Remove one of the two tags, or rename it.',
  'no-empty-servers': 'List at least one server under `servers`.',
  'no-enum-type-mismatch':
    'Write every value of `enum` in the declared `type` (mind the quotes), or correct `type`.',
  'no-example-value-and-externalValue': 'Keep `value`; no tool checks an `externalValue`.',
  'no-http-verbs-in-paths': 'Name the thing in the path, and leave the verb to the HTTP method.',
  'no-identical-paths': 'Merge the two paths into one; they differ only in the names of their parameters.',
  'no-illogical-composition-keywords': 'Give `allOf`, `anyOf` or `oneOf` at least two branches that differ.',
  'no-invalid-media-type-examples':
    'Correct the example, or the schema if the example is what the API really sends.',
  'no-invalid-parameter-examples': 'Correct the example, or the schema of the parameter.',
  'no-invalid-schema-examples':
    'Correct the example, or the schema if the example is what the API really sends.',
  'no-mixed-number-range-constraints': 'Keep either the inclusive or the exclusive bound.',
  'no-path-trailing-slash': 'Remove the slash at the end of the path.',
  'no-required-schema-properties-undefined':
    'Describe the property under `properties`, or take it out of `required`.',
  'no-schema-type-mismatch': 'Correct `type`, or remove the keyword that does not go with it.',
  'no-server-trailing-slash': "Remove the slash at the end of the server's URL.",
  'no-server-variables-empty-enum': 'Give the variable at least one value, its default among them.',
  'no-undefined-server-variable':
    "Declare the variable under the server's `variables`, or take it out of the URL.",
  'no-unresolved-refs':
    'Correct the path in `$ref` (it is relative to the file that it stands in), or add the file that it names.',
  'no-unsafe-markdown': 'Remove the HTML or the link that could run code in a page.',
  'no-unused-components': 'Refer to the component from where it belongs, or remove it.',
  'operation-2xx-response': 'Describe the answer of success, such as 200.',
  'operation-4xx-response': 'Describe at least one answer to a wrong request, such as 400.',
  'operation-description':
    'Add a `description` that tells a caller what the operation does and when to use it.',
  'operation-operationId': 'Add an `operationId`, a verb and a noun in camelCase.',
  'operation-operationId-unique':
    'Rename one of the operations; generated code and marks know them by this name.',
  'operation-operationId-url-safe': 'Use letters and digits only, in camelCase.',
  'operation-parameters-unique': 'Remove one of the two parameters of that name.',
  'operation-singular-tag': 'Keep one tag; the docs show an operation in one place.',
  'operation-summary': 'Add a `summary` of a few words, such as "Create a customer".',
  'operation-tag-defined': 'Use a tag of openapi.yaml, or define the new one there.',
  'parameter-description': 'Add a `description` that tells a caller what to send.',
  'path-declaration-must-exist': 'Name every parameter between the braces of the path.',
  'path-http-verbs-order': 'Order the methods: get, head, post, put, patch, delete, options, trace.',
  'path-not-include-query': 'Move what follows the question mark into query parameters.',
  'path-parameters-defined': 'Make the names in the path and in its `in: path` parameters the same.',
  'request-mime-type': 'Describe the body as application/json.',
  'response-mime-type': 'Describe the body as application/json.',
  'security-defined':
    'Refer to a scheme of components/securitySchemes/, or add it there and in openapi.yaml.',
  'security-scopes-defined': 'Use a scope that the security scheme lists.',
  'spec-components-invalid-map-name': 'Use letters, digits, dots, hyphens and underscores only.',
  'spec-ref-siblings': 'Move what stands beside `$ref` into the file that it refers to.',
  'spec-strict-refs': 'Write out what stands here; OpenAPI allows no `$ref` at this place.',
  struct: 'Correct the name or the value; the OpenAPI specification does not know it at this place.',
  'tag-description': 'Add a `description` that says what the operations of the tag have in common.',
}
