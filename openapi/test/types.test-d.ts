/**
 * The generated types against what an integrator relies on: every documented property, as a caller sees it. Plain
 * type-checking runs this file (`npm run typecheck`); type-tests.test.ts proves that it can fail.
 */
import { expectTypeOf } from 'expect-type'
import type {
  AgreementStatus,
  AgreementStatusName,
  CountryCode,
  CreatedId,
  CustomDomain,
  Customer,
  CustomerAssociation,
  CustomerPage,
  ErrorDetail,
  ErrorEnvelope,
  MarginRule,
  MarginRuleName,
  MicrosoftCustomerAgreement,
  MicrosoftCustomerData,
  MicrosoftResellerData,
  OfferTypeMarginMap,
  OfferTypeMargins,
  OfferTypeMarginsWrapper,
  OfferTypeName,
  operations,
  Page,
  PaginationParameters,
  PascalPriceMargin,
  PriceMargin,
  ProcessingStatus,
  ProcessingStatusName,
  ProviderCustomer,
  ProviderReseller,
  Reseller,
  ResellerCreated,
  ResellerPage,
  SignatoryContact,
} from '../src/generated/types.ts'

// Every documented property: required or optional, nullable or not.
expectTypeOf<Customer>().toEqualTypeOf<{
  id?: string
  companyName: string | null
  taxId?: string | null
  country: CountryCode | null
  addressLine1: string | null
  addressLine2?: string | null
  city: string | null
  state: string | null
  zip: string | null
  firstName: string | null
  middleName?: string | null
  lastName: string | null
  email: string | null
  phone: string | null
  internalIdentifier?: string | null
  resellerId?: string | null
  providerCustomers: { [key: string]: ProviderCustomer } | null
  customerAssociations?: CustomerAssociation[] | null
}>()
expectTypeOf<Reseller>().toEqualTypeOf<{
  id?: string
  companyName: string | null
  country: CountryCode | null
  addressLine1: string | null
  addressLine2?: string | null
  city: string | null
  state: string | null
  zipCode: string | null
  firstName: string | null
  lastName: string | null
  email: string | null
  phone: string | null
  internalIdentifier?: string | null
  taxId?: string | null
  providerResellers: ProviderReseller[] | null
  customDomain?: CustomDomain
}>()
expectTypeOf<ProviderCustomer>().toEqualTypeOf<{
  providerName?: string | null
  providerInstanceId: string
  providerCustomerId?: string | null
  providerCustomerData: string | null
  margin: PriceMargin
  offerTypeMargins?: OfferTypeMargins | null
  microsoftCustomerAgreement?: MicrosoftCustomerAgreement | null
}>()
expectTypeOf<ProviderReseller>().toEqualTypeOf<{
  providerInstanceId: string
  priceMargin: PriceMargin
  offerTypeMargins?: OfferTypeMargins | null
  providerResellerId?: string | null
  resellerProviderData: string | null
  status?: ProcessingStatus
}>()
expectTypeOf<CustomerAssociation>().toEqualTypeOf<{ resellerId?: string | null; name?: string | null }>()
expectTypeOf<CustomDomain['customDomain']>().toEqualTypeOf<string | null | undefined>()
expectTypeOf<MicrosoftCustomerAgreement>().toEqualTypeOf<{
  customerId?: string
  providerInstanceId?: string
  signatoryContact?: SignatoryContact | null
  status?: AgreementStatus
  attestationId?: string | null
  lastUpdate?: string | null
  dateAgreed?: string | null
}>()
expectTypeOf<SignatoryContact>().toEqualTypeOf<{
  firstName?: string | null
  lastName?: string | null
  email?: string | null
  phone?: string | null
  expirationTime?: number
}>()
expectTypeOf<MicrosoftCustomerData>().toEqualTypeOf<{
  Domain?: string | null
  CredentialsEmail?: string | null
  AcceptedMCA?: boolean | null
  AgreementDate?: string | null
  KeepPrimaryInformation?: boolean | null
  FirstName?: string | null
  LastName?: string | null
  Email?: string | null
  Phone?: string | null
  DefaultCulture?: string | null
  Language?: string | null
  AssociatedPartnerId?: string | null
  Qualifications?: unknown[] | null
  EnableGDAP?: boolean | null
}>()
expectTypeOf<MicrosoftResellerData>().toEqualTypeOf<{
  IndirectResellerId?: string | null
  SecondaryMpnIds?: string[] | null
  indirectResellerId?: string | null
  secondaryMpnIds?: string[] | null
}>()
expectTypeOf<PriceMargin>().toEqualTypeOf<{ marginRule: MarginRule; value?: number }>()
expectTypeOf<MarginRule>().toEqualTypeOf<{ name?: MarginRuleName | null }>()
expectTypeOf<ProcessingStatus>().toEqualTypeOf<{ name?: ProcessingStatusName | null }>()
expectTypeOf<AgreementStatus>().toEqualTypeOf<{ name?: AgreementStatusName | null }>()
expectTypeOf<CreatedId>().toEqualTypeOf<string>()
expectTypeOf<ResellerCreated>().toEqualTypeOf<{ resellerId?: string }>()
expectTypeOf<ErrorEnvelope>().toEqualTypeOf<{
  statusCode?: number
  type?: string | null
  description?: string | null
  correlationId?: string | null
  errors?: ErrorDetail[] | null
}>()
expectTypeOf<ErrorDetail>().toEqualTypeOf<{ propertyName?: string | null; description?: string[] | null }>()
expectTypeOf<Page>().toEqualTypeOf<{
  paginationParameters?: PaginationParameters
  totalPages?: number
  totalCount?: number
  hasPreviousPage?: boolean
  hasNextPage?: boolean
  continuationToken?: string | null
}>()
expectTypeOf<CustomerPage>().toExtend<Page>()
expectTypeOf<CustomerPage['items']>().toEqualTypeOf<Customer[] | null | undefined>()
expectTypeOf<ResellerPage['items']>().toEqualTypeOf<Reseller[] | null | undefined>()

// Dictionaries, and the two shapes of offer type margins.
expectTypeOf<OfferTypeMargins>().toEqualTypeOf<OfferTypeMarginMap | OfferTypeMarginsWrapper>()
expectTypeOf<OfferTypeMarginMap>().toEqualTypeOf<{ [key: string]: PriceMargin }>()
expectTypeOf<OfferTypeMarginsWrapper>().toEqualTypeOf<{ Value: { [key: string]: PascalPriceMargin } }>()
expectTypeOf<PascalPriceMargin['Value']>().toEqualTypeOf<number | undefined>()
expectTypeOf<PascalPriceMargin['MarginRule']>().toEqualTypeOf<{ Name?: MarginRuleName | null }>()

/** The values of an open enumeration that editors offer: what is left when "any other string" is taken out. */
type Known<Name> = Name extends string
  ? string extends Name
    ? never
    : Name extends string & {}
      ? Literal<Name>
      : never
  : never
type Literal<Name extends string> = {} extends Record<Name, 1> ? never : Name

// Open enumerations: complete, and an unknown value is still valid.
expectTypeOf<Known<MarginRuleName>>().toEqualTypeOf<
  'Markup' | 'Margin' | 'SplitMargin' | 'ErpMinusDiscount'
>()
expectTypeOf<Known<ProcessingStatusName>>().toEqualTypeOf<'Processing' | 'Success' | 'Failed'>()
expectTypeOf<Known<AgreementStatusName>>().toEqualTypeOf<
  'required' | 'linkgenerated' | 'customeraccepted' | 'linkexpired' | 'agreementcreated'
>()
expectTypeOf<Known<OfferTypeName>>().toEqualTypeOf<
  | 'License'
  | 'LicenseLegacy'
  | 'SoftwareSubscription'
  | 'PerpetualSoftware'
  | 'AzurePlan'
  | 'AzureReservation'
  | 'AzureLegacy'
  | 'AzureSavingsPlan'
>()
expectTypeOf<'SomethingNew'>().toExtend<MarginRuleName>()
expectTypeOf<'SomethingNew'>().toExtend<ProcessingStatusName>()
expectTypeOf<'SomethingNew'>().toExtend<AgreementStatusName>()
expectTypeOf<'SomethingNew'>().toExtend<OfferTypeName>()

// The closed one.
expectTypeOf<'PT'>().toExtend<CountryCode>()
expectTypeOf<'Portugal'>().not.toExtend<CountryCode>()

// Operations: bodies, headers, queries, answers.
type Json<Content> = Content extends { content: { 'application/json': infer Body } } ? Body : never
type Create = operations['createCustomer']
expectTypeOf<Json<Create['requestBody']>>().toEqualTypeOf<Customer>()
expectTypeOf<Json<operations['createReseller']['requestBody']>>().toEqualTypeOf<Reseller>()
expectTypeOf<Create['parameters']['header']>().toEqualTypeOf<{
  'X-Tenant': string
  'X-Correlation-Id'?: string
}>()
expectTypeOf<Json<Create['responses'][200]>>().toEqualTypeOf<string>()
expectTypeOf<Json<Create['responses'][201]>>().toEqualTypeOf<string>()
expectTypeOf<Json<Create['responses'][400]>>().toEqualTypeOf<ErrorEnvelope>()
expectTypeOf<Json<Create['responses'][500]>>().toEqualTypeOf<ErrorEnvelope>()
expectTypeOf<Json<Create['responses'][401]>>().toEqualTypeOf<never>()
expectTypeOf<Json<Create['responses'][403]>>().toEqualTypeOf<never>()
expectTypeOf<Json<operations['createReseller']['responses'][200]>>().toEqualTypeOf<string>()
expectTypeOf<Json<operations['createReseller']['responses'][201]>>().toEqualTypeOf<ResellerCreated>()
expectTypeOf<Json<operations['listCustomers']['responses'][200]>>().toEqualTypeOf<CustomerPage>()
expectTypeOf<Json<operations['getReseller']['responses'][200]>>().toEqualTypeOf<Reseller>()
expectTypeOf<NonNullable<operations['listCustomers']['parameters']['query']>>().toEqualTypeOf<{
  pageNumber?: number
  pageSize?: number
  searchValue?: string
  searchField?: 'Company.Name' | 'Domain' | 'InternalIdentifier' | 'ProviderCustomerId'
  sortPropertyName?: 'Company.Name'
  ascendingOrder?: boolean
  resellerId?: string
}>()

// What does not compile. `satisfies` reports on the line of the mistake.
const customer = {
  companyName: 'Fabrikam Portugal, Lda.',
  country: 'PT',
  addressLine1: 'Avenida da Liberdade 110',
  city: 'Lisboa',
  state: 'Lisboa',
  zip: '1250-146',
  firstName: 'Ana',
  lastName: 'Marques',
  email: 'ana.marques@fabrikam.example',
  phone: '921231231',
  providerCustomers: {},
} satisfies Customer
const margin = { marginRule: { name: 'markup' }, value: 10 } satisfies PriceMargin
const { email: _, ...withoutEmail } = customer

// @ts-expect-error a required property is missing
withoutEmail satisfies Customer
// @ts-expect-error a country is a code, not a name
;({ ...customer, country: 'Portugal' }) satisfies Customer
// @ts-expect-error an id is not null
;({ ...customer, id: null }) satisfies Customer
// @ts-expect-error a zip code is text
;({ ...customer, zip: 1250 }) satisfies Customer
// @ts-expect-error a customer's postal code is called zip
;({ ...customer, zipCode: '1250-146' }) satisfies Customer
// @ts-expect-error an optional property is left out, not undefined
;({ ...customer, taxId: undefined }) satisfies Customer
// @ts-expect-error the providers of a customer are a dictionary, not a list
;({ ...customer, providerCustomers: [] as ProviderCustomer[] }) satisfies Customer
// @ts-expect-error provider data is JSON text, not an object
;({ providerInstanceId: '', margin, providerCustomerData: {} }) satisfies ProviderCustomer
// @ts-expect-error a provider customer needs a margin
;({ providerInstanceId: '', providerCustomerData: '{}' }) satisfies ProviderCustomer
// @ts-expect-error a reseller's margin is called priceMargin
;({ providerInstanceId: '', resellerProviderData: '{}', margin }) satisfies ProviderReseller
// @ts-expect-error inside Value, names are in PascalCase
;({ Value: { license: { marginRule: { name: 'markup' }, value: 10 } } }) satisfies OfferTypeMarginsWrapper
// @ts-expect-error a rule is an object with a name
;({ marginRule: 'markup' }) satisfies PriceMargin
// @ts-expect-error the tenant is required
;({}) satisfies Create['parameters']['header']
// @ts-expect-error resellers are not searched by their domain
;({ searchField: 'Domain' }) satisfies operations['listResellers']['parameters']['query']
// @ts-expect-error a create has a body
undefined satisfies Create['requestBody']
