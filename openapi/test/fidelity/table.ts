/**
 * What the public documentation states, as tables: read off the pages, not off the contract. It is the one
 * deliberate second statement of these facts, so that an edit of the contract cannot drop one in silence.
 */

/** A path as the tests write it: `.` enters an object, `*` any key of a dictionary, `[]` an item of an array. */
type Path = string
/** Allowed types, joined by `|`; with `≥` in front, at least these (the pages show only an example). */
type Types = string
type Mark = 'required' | 'optional' | 'unmarked'
/** A number is a maximum of characters, a text is a format; `none` means that no format is stated. */
type Limit = number | 'uuid' | 'date-time' | 'int32' | 'none'

/** The request body of both creates. */
export const requestProperties: [operation: string, path: Path, types: Types, mark: Mark, limit: Limit][] = [
  ['createCustomer', 'id', 'string', 'optional', 'uuid'],
  ['createCustomer', 'companyName', 'string|null', 'required', 255],
  ['createCustomer', 'taxId', 'string|null', 'optional', 255],
  ['createCustomer', 'country', 'string|null', 'required', 'none'],
  ['createCustomer', 'addressLine1', 'string|null', 'required', 255],
  ['createCustomer', 'addressLine2', 'string|null', 'optional', 255],
  ['createCustomer', 'city', 'string|null', 'required', 255],
  ['createCustomer', 'state', 'string|null', 'required', 255],
  ['createCustomer', 'zip', 'string|null', 'required', 30],
  ['createCustomer', 'firstName', 'string|null', 'required', 255],
  ['createCustomer', 'middleName', 'string|null', 'optional', 255],
  ['createCustomer', 'lastName', 'string|null', 'required', 255],
  ['createCustomer', 'email', 'string|null', 'required', 255],
  ['createCustomer', 'phone', 'string|null', 'required', 30],
  ['createCustomer', 'internalIdentifier', 'string|null', 'optional', 255],
  ['createCustomer', 'resellerId', 'string|null', 'optional', 'uuid'],
  ['createCustomer', 'providerCustomers', '≥object', 'required', 'none'],
  ['createCustomer', 'providerCustomers.*', '≥object', 'unmarked', 'none'],
  ['createCustomer', 'providerCustomers.*.providerName', '≥string', 'unmarked', 'none'],
  ['createCustomer', 'providerCustomers.*.providerInstanceId', '≥string', 'required', 'uuid'],
  ['createCustomer', 'providerCustomers.*.providerCustomerId', '≥string', 'unmarked', 'none'],
  ['createCustomer', 'providerCustomers.*.providerCustomerData', '≥string', 'required', 'none'],
  ['createCustomer', 'providerCustomers.*.margin', '≥object', 'required', 'none'],
  ['createCustomer', 'providerCustomers.*.margin.marginRule', '≥object', 'required', 'none'],
  ['createCustomer', 'providerCustomers.*.margin.marginRule.name', '≥string', 'unmarked', 'none'],
  ['createCustomer', 'providerCustomers.*.margin.value', '≥number', 'unmarked', 'none'],
  ['createCustomer', 'providerCustomers.*.offerTypeMargins', '≥object|null', 'optional', 'none'],
  ['createCustomer', 'providerCustomers.*.offerTypeMargins.*', '≥object', 'unmarked', 'none'],
  ['createCustomer', 'providerCustomers.*.offerTypeMargins.*.marginRule', '≥object', 'required', 'none'],
  ['createCustomer', 'providerCustomers.*.offerTypeMargins.Value', '≥object', 'unmarked', 'none'],
  [
    'createCustomer',
    'providerCustomers.*.offerTypeMargins.Value.*.MarginRule',
    '≥object',
    'unmarked',
    'none',
  ],
  [
    'createCustomer',
    'providerCustomers.*.offerTypeMargins.Value.*.MarginRule.Name',
    '≥string',
    'unmarked',
    'none',
  ],
  ['createCustomer', 'providerCustomers.*.offerTypeMargins.Value.*.Value', '≥number', 'unmarked', 'none'],
  ['createCustomer', 'providerCustomers.*.microsoftCustomerAgreement', '≥object', 'unmarked', 'none'],
  [
    'createCustomer',
    'providerCustomers.*.microsoftCustomerAgreement.customerId',
    '≥string',
    'unmarked',
    'uuid',
  ],
  [
    'createCustomer',
    'providerCustomers.*.microsoftCustomerAgreement.providerInstanceId',
    '≥string',
    'unmarked',
    'uuid',
  ],
  [
    'createCustomer',
    'providerCustomers.*.microsoftCustomerAgreement.signatoryContact',
    '≥object|null',
    'unmarked',
    'none',
  ],
  [
    'createCustomer',
    'providerCustomers.*.microsoftCustomerAgreement.signatoryContact.firstName',
    'string|null',
    'unmarked',
    'none',
  ],
  [
    'createCustomer',
    'providerCustomers.*.microsoftCustomerAgreement.signatoryContact.lastName',
    'string|null',
    'unmarked',
    'none',
  ],
  [
    'createCustomer',
    'providerCustomers.*.microsoftCustomerAgreement.signatoryContact.email',
    'string|null',
    'unmarked',
    'none',
  ],
  [
    'createCustomer',
    'providerCustomers.*.microsoftCustomerAgreement.signatoryContact.phone',
    'string|null',
    'unmarked',
    'none',
  ],
  [
    'createCustomer',
    'providerCustomers.*.microsoftCustomerAgreement.signatoryContact.expirationTime',
    'integer',
    'unmarked',
    'int32',
  ],
  ['createCustomer', 'providerCustomers.*.microsoftCustomerAgreement.status', '≥object', 'unmarked', 'none'],
  [
    'createCustomer',
    'providerCustomers.*.microsoftCustomerAgreement.status.name',
    '≥string',
    'unmarked',
    'none',
  ],
  [
    'createCustomer',
    'providerCustomers.*.microsoftCustomerAgreement.attestationId',
    '≥null',
    'unmarked',
    'none',
  ],
  [
    'createCustomer',
    'providerCustomers.*.microsoftCustomerAgreement.lastUpdate',
    '≥null',
    'unmarked',
    'date-time',
  ],
  [
    'createCustomer',
    'providerCustomers.*.microsoftCustomerAgreement.dateAgreed',
    '≥null',
    'unmarked',
    'date-time',
  ],
  ['createCustomer', 'customerAssociations', 'array|null', 'optional', 'none'],
  ['createCustomer', 'customerAssociations[]', 'object', 'unmarked', 'none'],
  ['createCustomer', 'customerAssociations[].resellerId', '≥string', 'unmarked', 'uuid'],
  ['createCustomer', 'customerAssociations[].name', '≥string', 'unmarked', 'none'],

  ['createReseller', 'id', 'string', 'optional', 'uuid'],
  ['createReseller', 'companyName', 'string|null', 'required', 255],
  ['createReseller', 'country', 'string|null', 'required', 'none'],
  ['createReseller', 'addressLine1', 'string|null', 'required', 255],
  ['createReseller', 'addressLine2', 'string|null', 'optional', 255],
  ['createReseller', 'city', 'string|null', 'required', 255],
  ['createReseller', 'state', 'string|null', 'required', 255],
  ['createReseller', 'zipCode', 'string|null', 'required', 30],
  ['createReseller', 'firstName', 'string|null', 'required', 255],
  ['createReseller', 'lastName', 'string|null', 'required', 255],
  ['createReseller', 'email', 'string|null', 'required', 255],
  ['createReseller', 'phone', 'string|null', 'required', 30],
  ['createReseller', 'internalIdentifier', 'string|null', 'optional', 255],
  ['createReseller', 'taxId', 'string|null', 'optional', 255],
  ['createReseller', 'providerResellers', 'array|null', 'required', 'none'],
  ['createReseller', 'providerResellers[]', 'object', 'unmarked', 'none'],
  ['createReseller', 'providerResellers[].providerInstanceId', 'string', 'required', 'uuid'],
  ['createReseller', 'providerResellers[].priceMargin', 'object', 'required', 'none'],
  ['createReseller', 'providerResellers[].priceMargin.marginRule', 'object', 'required', 'none'],
  ['createReseller', 'providerResellers[].priceMargin.marginRule.name', '≥string', 'unmarked', 'none'],
  ['createReseller', 'providerResellers[].priceMargin.value', '≥number', 'unmarked', 'none'],
  ['createReseller', 'providerResellers[].offerTypeMargins', 'object|null', 'optional', 'none'],
  ['createReseller', 'providerResellers[].offerTypeMargins.*', '≥object', 'unmarked', 'none'],
  ['createReseller', 'providerResellers[].offerTypeMargins.Value', '≥object', 'unmarked', 'none'],
  [
    'createReseller',
    'providerResellers[].offerTypeMargins.Value.*.MarginRule.Name',
    '≥string',
    'unmarked',
    'none',
  ],
  ['createReseller', 'providerResellers[].offerTypeMargins.Value.*.Value', '≥number', 'unmarked', 'none'],
  ['createReseller', 'providerResellers[].providerResellerId', 'string|null', 'optional', 'none'],
  ['createReseller', 'providerResellers[].resellerProviderData', 'string|null', 'required', 'none'],
  ['createReseller', 'providerResellers[].status', 'object', 'optional', 'none'],
  ['createReseller', 'providerResellers[].status.name', '≥string', 'unmarked', 'none'],
  ['createReseller', 'customDomain', 'object', 'optional', 'none'],
  ['createReseller', 'customDomain.customDomain', '≥string', 'unmarked', 'none'],
  ['createReseller', 'customDomain.status', 'object', 'unmarked', 'none'],
]

/** The members of the JSON text inside a string, and a type that each takes. */
export const jsonStringMembers: [operation: string, path: Path, members: Record<string, Types>][] = [
  [
    'createCustomer',
    'providerCustomers.*.providerCustomerData',
    {
      Domain: '≥string',
      CredentialsEmail: '≥string',
      AcceptedMCA: '≥boolean',
      AgreementDate: '≥string',
      KeepPrimaryInformation: '≥boolean',
      FirstName: '≥string',
      LastName: '≥string',
      Email: '≥string',
      Phone: '≥string',
      DefaultCulture: '≥string',
      Language: '≥string',
      AssociatedPartnerId: '≥string|null',
      Qualifications: '≥array',
      EnableGDAP: '≥boolean',
    },
  ],
  [
    'createReseller',
    'providerResellers[].resellerProviderData',
    {
      IndirectResellerId: '≥string',
      SecondaryMpnIds: '≥array',
      indirectResellerId: '≥string',
      secondaryMpnIds: '≥array',
    },
  ],
]

/** The documented values of open enumerations, and where they stand. */
export const enumerations: [operation: string, path: Path, values: string[]][] = [
  [
    'createCustomer',
    'providerCustomers.*.margin.marginRule.name',
    ['Markup', 'Margin', 'SplitMargin', 'ErpMinusDiscount'],
  ],
  [
    'createCustomer',
    'providerCustomers.*.microsoftCustomerAgreement.status.name',
    ['required', 'linkgenerated', 'customeraccepted', 'linkexpired', 'agreementcreated'],
  ],
  [
    'createReseller',
    'providerResellers[].priceMargin.marginRule.name',
    ['Markup', 'Margin', 'SplitMargin', 'ErpMinusDiscount'],
  ],
  ['createReseller', 'providerResellers[].status.name', ['Processing', 'Success', 'Failed']],
]

type Place = 'header' | 'query' | 'path'

/** Parameters. Authorization is documented as a header too; OpenAPI expresses it by a security scheme. */
export const parameters: [
  operation: string,
  place: Place,
  name: string,
  type: string,
  mark: Mark,
  limit: Limit,
][] = [
  ['createCustomer', 'header', 'X-Tenant', 'string', 'required', 'none'],
  ['createCustomer', 'header', 'X-Correlation-Id', 'string', 'optional', 'uuid'],
  ['createReseller', 'header', 'X-Tenant', 'string', 'required', 'none'],
  ['createReseller', 'header', 'X-Correlation-Id', 'string', 'optional', 'uuid'],
  ['listCustomers', 'header', 'X-Tenant', 'string', 'required', 'none'],
  ['listCustomers', 'header', 'X-Correlation-Id', 'string', 'optional', 'uuid'],
  ['listCustomers', 'query', 'pageNumber', 'integer', 'optional', 'int32'],
  ['listCustomers', 'query', 'pageSize', 'integer', 'optional', 'int32'],
  ['listCustomers', 'query', 'searchValue', 'string', 'optional', 255],
  ['listCustomers', 'query', 'searchField', 'string', 'optional', 'none'],
  ['listCustomers', 'query', 'sortPropertyName', 'string', 'optional', 'none'],
  ['listCustomers', 'query', 'ascendingOrder', 'boolean', 'optional', 'none'],
  ['listCustomers', 'query', 'resellerId', 'string', 'optional', 'uuid'],
  ['listResellers', 'header', 'X-Tenant', 'string', 'required', 'none'],
  ['listResellers', 'header', 'X-Correlation-Id', 'string', 'optional', 'uuid'],
  ['listResellers', 'query', 'pageNumber', 'integer', 'optional', 'int32'],
  ['listResellers', 'query', 'pageSize', 'integer', 'optional', 'int32'],
  ['listResellers', 'query', 'searchValue', 'string', 'optional', 255],
  ['listResellers', 'query', 'searchField', 'string', 'optional', 'none'],
  ['listResellers', 'query', 'sortPropertyName', 'string', 'optional', 'none'],
  ['listResellers', 'query', 'ascendingOrder', 'boolean', 'optional', 'none'],
  ['listResellers', 'query', 'customerId', 'string', 'optional', 'uuid'],
  ['listResellers', 'query', 'providerInstanceId', 'string', 'optional', 'uuid'],
  ['getCustomer', 'header', 'X-Tenant', 'string', 'required', 'none'],
  ['getCustomer', 'header', 'X-Correlation-Id', 'string', 'optional', 'uuid'],
  ['getCustomer', 'path', 'customerId', 'string', 'required', 'uuid'],
  ['getCustomer', 'query', 'resellerId', 'string', 'optional', 'uuid'],
  ['getReseller', 'header', 'X-Tenant', 'string', 'required', 'none'],
  ['getReseller', 'header', 'X-Correlation-Id', 'string', 'optional', 'uuid'],
  ['getReseller', 'path', 'resellerId', 'string', 'required', 'uuid'],
]

/** Keywords of parameter schemas that the documentation states in words. */
export const parameterKeywords: [
  operation: string,
  place: Place,
  name: string,
  keyword: string,
  value: unknown,
][] = [
  ['listCustomers', 'query', 'pageNumber', 'default', 1],
  ['listCustomers', 'query', 'pageSize', 'minimum', 1],
  ['listCustomers', 'query', 'pageSize', 'maximum', 2000],
  ['listCustomers', 'query', 'pageSize', 'default', 25],
  [
    'listCustomers',
    'query',
    'searchField',
    'enum',
    ['Company.Name', 'Domain', 'InternalIdentifier', 'ProviderCustomerId'],
  ],
  ['listCustomers', 'query', 'searchField', 'default', 'Company.Name'],
  ['listCustomers', 'query', 'sortPropertyName', 'enum', ['Company.Name']],
  ['listResellers', 'query', 'pageSize', 'maximum', 2000],
  ['listResellers', 'query', 'searchField', 'enum', ['Company.Name', 'InternalIdentifier', 'MpnId']],
  ['listResellers', 'query', 'searchField', 'default', 'Company.Name'],
  ['listResellers', 'query', 'sortPropertyName', 'enum', ['Company.Name']],
]

/** Where each operation is, and who may call it. The documentation states no roles for getCustomer. */
export const operations: [operation: string, method: string, url: string, roles: string[]][] = [
  ['createCustomer', 'post', '/v1/Customers', ['csp', 'reseller']],
  ['createReseller', 'post', '/v1/Resellers', ['csp']],
  ['listCustomers', 'get', '/v1/Customers', ['csp', 'reseller']],
  ['listResellers', 'get', '/v1/Resellers', ['csp']],
  ['getCustomer', 'get', '/v1/Customers/{customerId}', ['csp', 'reseller']],
  ['getReseller', 'get', '/v1/Resellers/{resellerId}', ['csp', 'reseller']],
]

/** What each answer carries: `none`, or the types of its body. */
export const responses: [
  operation: string,
  status: string,
  body: 'none' | 'string' | 'object' | 'error' | 'page',
][] = [
  ['createCustomer', '200', 'string'],
  ['createCustomer', '201', 'string'],
  ['createCustomer', '400', 'error'],
  ['createCustomer', '401', 'none'],
  ['createCustomer', '403', 'none'],
  ['createCustomer', '500', 'error'],
  ['createReseller', '200', 'string'],
  ['createReseller', '201', 'object'],
  ['createReseller', '400', 'error'],
  ['createReseller', '401', 'none'],
  ['createReseller', '403', 'none'],
  ['createReseller', '500', 'error'],
  ['listCustomers', '200', 'page'],
  ['listResellers', '200', 'page'],
  ['getCustomer', '200', 'object'],
  ['getReseller', '200', 'object'],
]

/** Properties of answers. */
export const responseProperties: [
  operation: string,
  status: string,
  path: Path,
  types: Types,
  limit: Limit,
][] = [
  ['createReseller', '201', 'resellerId', 'string', 'uuid'],
  ['createCustomer', '400', 'statusCode', 'integer', 'int32'],
  ['createCustomer', '400', 'type', 'string|null', 'none'],
  ['createCustomer', '400', 'description', 'string|null', 'none'],
  ['createCustomer', '400', 'correlationId', 'string|null', 'none'],
  ['createCustomer', '400', 'errors', 'array|null', 'none'],
  ['createCustomer', '400', 'errors[]', 'object', 'none'],
  ['createCustomer', '400', 'errors[].propertyName', 'string|null', 'none'],
  ['createCustomer', '400', 'errors[].description', 'array|null', 'none'],
  ['createCustomer', '400', 'errors[].description[]', 'string', 'none'],
  ['listCustomers', '200', 'items', 'array|null', 'none'],
  ['listCustomers', '200', 'items[].internalIdentifier', 'string|null', 255],
  ['listCustomers', '200', 'paginationParameters.pageNumber', 'integer', 'int32'],
  ['listCustomers', '200', 'paginationParameters.pageSize', 'integer', 'int32'],
  ['listCustomers', '200', 'totalPages', 'integer', 'int32'],
  ['listCustomers', '200', 'totalCount', 'integer', 'int32'],
  ['listCustomers', '200', 'hasPreviousPage', 'boolean', 'none'],
  ['listCustomers', '200', 'hasNextPage', 'boolean', 'none'],
  ['listCustomers', '200', 'continuationToken', 'string|null', 'none'],
  ['listResellers', '200', 'items[].internalIdentifier', 'string|null', 255],
  ['getCustomer', '200', 'companyName', 'string|null', 255],
  ['getReseller', '200', 'companyName', 'string|null', 255],
]

/** Single facts, by where they stand in the contract. */
export const single: [pointer: string, value: unknown][] = [
  ['/servers/0/url', 'https://api.cloudcockpit.com'],
  ['/components/securitySchemes/bearerAuth/type', 'http'],
  ['/components/securitySchemes/bearerAuth/scheme', 'bearer'],
  ['/components/securitySchemes/bearerAuth/bearerFormat', 'JWT'],
  ['/components/securitySchemes/clientCredentials/type', 'oauth2'],
  [
    '/components/securitySchemes/clientCredentials/flows/clientCredentials/tokenUrl',
    'https://login.microsoftonline.com/4e806121-ff28-4286-ab4e-3be0a08f9ce0/oauth2/v2.0/token',
  ],
  ['/security/0/bearerAuth', []],
  ['/security/1/clientCredentials', ['api://b92a36a4-feb8-4f47-a69c-29a180aa6d0a/.default']],
]

/** The scope that a token is asked for. */
export const scope = 'api://b92a36a4-feb8-4f47-a69c-29a180aa6d0a/.default'

/** How many countries ISO 3166-1 has codes for. */
export const countryCount = 249
