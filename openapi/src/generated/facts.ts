/**
 * Generated from the contract in `openapi/`; do not edit.
 * Made by `npm run generate`; `npm run check` is red when it is stale.
 */

/** The version of the contract. */
export const contractVersion = "1.0.0" as const

/** The servers of the contract by their environment. */
export const servers = {
  "production": "https://api.cloudcockpit.com",
  "sandbox": "http://localhost:4010"
} as const

/** Where and for what a program gets its access token. */
export const oauth = {
  "tokenUrl": "https://login.microsoftonline.com/4e806121-ff28-4286-ab4e-3be0a08f9ce0/oauth2/v2.0/token",
  "scope": "api://b92a36a4-feb8-4f47-a69c-29a180aa6d0a/.default"
} as const

/** Every operation: where it is, who may call it, whether it may be sent again, and what settles a lost answer. */
export const operations = {
  "createCustomer": {
    "method": "POST",
    "path": "/v1/Customers",
    "roles": [
      "csp",
      "reseller"
    ],
    "retry": "unsafe",
    "reconcile": {
      "operationId": "listCustomers",
      "query": {
        "searchField": "InternalIdentifier",
        "searchValue": "$request.body#/internalIdentifier",
        "resellerId": "$request.body#/resellerId"
      },
      "match": {
        "internalIdentifier": "$request.body#/internalIdentifier"
      },
      "id": "id"
    },
    "createdId": {
      "200": "",
      "201": ""
    }
  },
  "createReseller": {
    "method": "POST",
    "path": "/v1/Resellers",
    "roles": [
      "csp"
    ],
    "retry": "unsafe",
    "reconcile": {
      "operationId": "listResellers",
      "query": {
        "searchField": "InternalIdentifier",
        "searchValue": "$request.body#/internalIdentifier"
      },
      "match": {
        "internalIdentifier": "$request.body#/internalIdentifier"
      },
      "id": "id"
    },
    "createdId": {
      "200": "",
      "201": "/resellerId"
    }
  },
  "getCustomer": {
    "method": "GET",
    "path": "/v1/Customers/{customerId}",
    "roles": [
      "csp",
      "reseller"
    ],
    "retry": "safe"
  },
  "getReseller": {
    "method": "GET",
    "path": "/v1/Resellers/{resellerId}",
    "roles": [
      "csp",
      "reseller"
    ],
    "retry": "safe"
  },
  "listCustomers": {
    "method": "GET",
    "path": "/v1/Customers",
    "roles": [
      "csp",
      "reseller"
    ],
    "retry": "safe"
  },
  "listResellers": {
    "method": "GET",
    "path": "/v1/Resellers",
    "roles": [
      "csp"
    ],
    "retry": "safe"
  }
} as const

/** Whether a call may be sent again, and where its answers hold a new id (JSON pointers); by method and path. */
export const calls = {
  "POST /v1/Customers": {
    "ids": [
      ""
    ],
    "read": "GET /v1/Customers"
  },
  "POST /v1/Resellers": {
    "ids": [
      "",
      "/resellerId"
    ],
    "read": "GET /v1/Resellers"
  },
  "GET /v1/Customers/{customerId}": {
    "safe": true
  },
  "GET /v1/Resellers/{resellerId}": {
    "safe": true
  },
  "GET /v1/Customers": {
    "safe": true
  },
  "GET /v1/Resellers": {
    "safe": true
  }
} as const

/** The names of all properties that hold personal data or credentials, wherever they stand. */
export const sensitiveNames = [
  "taxId",
  "addressLine1",
  "addressLine2",
  "zip",
  "firstName",
  "middleName",
  "lastName",
  "email",
  "phone",
  "CredentialsEmail",
  "FirstName",
  "LastName",
  "Email",
  "Phone",
  "zipCode"
] as const

/** The same names in lower case, each once: all that a mask needs. */
export const sensitiveKeys = [
  "taxid",
  "addressline1",
  "addressline2",
  "zip",
  "firstname",
  "middlename",
  "lastname",
  "email",
  "phone",
  "credentialsemail",
  "zipcode"
] as const

/** Where bodies hold personal data or credentials, per operation. */
export const sensitivePaths = {
  "createCustomer": {
    "request": [
      "taxId",
      "addressLine1",
      "addressLine2",
      "zip",
      "firstName",
      "middleName",
      "lastName",
      "email",
      "phone",
      "providerCustomers.*.providerCustomerData→CredentialsEmail",
      "providerCustomers.*.providerCustomerData→FirstName",
      "providerCustomers.*.providerCustomerData→LastName",
      "providerCustomers.*.providerCustomerData→Email",
      "providerCustomers.*.providerCustomerData→Phone",
      "providerCustomers.*.microsoftCustomerAgreement.signatoryContact.firstName",
      "providerCustomers.*.microsoftCustomerAgreement.signatoryContact.lastName",
      "providerCustomers.*.microsoftCustomerAgreement.signatoryContact.email",
      "providerCustomers.*.microsoftCustomerAgreement.signatoryContact.phone"
    ],
    "response": []
  },
  "createReseller": {
    "request": [
      "addressLine1",
      "addressLine2",
      "zipCode",
      "firstName",
      "lastName",
      "email",
      "phone",
      "taxId"
    ],
    "response": []
  },
  "getCustomer": {
    "request": [],
    "response": [
      "taxId",
      "addressLine1",
      "addressLine2",
      "zip",
      "firstName",
      "middleName",
      "lastName",
      "email",
      "phone",
      "providerCustomers.*.providerCustomerData→CredentialsEmail",
      "providerCustomers.*.providerCustomerData→FirstName",
      "providerCustomers.*.providerCustomerData→LastName",
      "providerCustomers.*.providerCustomerData→Email",
      "providerCustomers.*.providerCustomerData→Phone",
      "providerCustomers.*.microsoftCustomerAgreement.signatoryContact.firstName",
      "providerCustomers.*.microsoftCustomerAgreement.signatoryContact.lastName",
      "providerCustomers.*.microsoftCustomerAgreement.signatoryContact.email",
      "providerCustomers.*.microsoftCustomerAgreement.signatoryContact.phone"
    ]
  },
  "getReseller": {
    "request": [],
    "response": [
      "addressLine1",
      "addressLine2",
      "zipCode",
      "firstName",
      "lastName",
      "email",
      "phone",
      "taxId"
    ]
  },
  "listCustomers": {
    "request": [],
    "response": [
      "items[].taxId",
      "items[].addressLine1",
      "items[].addressLine2",
      "items[].zip",
      "items[].firstName",
      "items[].middleName",
      "items[].lastName",
      "items[].email",
      "items[].phone",
      "items[].providerCustomers.*.providerCustomerData→CredentialsEmail",
      "items[].providerCustomers.*.providerCustomerData→FirstName",
      "items[].providerCustomers.*.providerCustomerData→LastName",
      "items[].providerCustomers.*.providerCustomerData→Email",
      "items[].providerCustomers.*.providerCustomerData→Phone",
      "items[].providerCustomers.*.microsoftCustomerAgreement.signatoryContact.firstName",
      "items[].providerCustomers.*.microsoftCustomerAgreement.signatoryContact.lastName",
      "items[].providerCustomers.*.microsoftCustomerAgreement.signatoryContact.email",
      "items[].providerCustomers.*.microsoftCustomerAgreement.signatoryContact.phone"
    ]
  },
  "listResellers": {
    "request": [],
    "response": [
      "items[].addressLine1",
      "items[].addressLine2",
      "items[].zipCode",
      "items[].firstName",
      "items[].lastName",
      "items[].email",
      "items[].phone",
      "items[].taxId"
    ]
  }
} as const

/** Where bodies hold JSON text inside a string, per operation. */
export const jsonStringPaths = {
  "createCustomer": {
    "request": [
      "providerCustomers.*.providerCustomerData"
    ],
    "response": []
  },
  "createReseller": {
    "request": [
      "providerResellers[].resellerProviderData"
    ],
    "response": []
  },
  "getCustomer": {
    "request": [],
    "response": [
      "providerCustomers.*.providerCustomerData"
    ]
  },
  "getReseller": {
    "request": [],
    "response": [
      "providerResellers[].resellerProviderData"
    ]
  },
  "listCustomers": {
    "request": [],
    "response": [
      "items[].providerCustomers.*.providerCustomerData"
    ]
  },
  "listResellers": {
    "request": [],
    "response": [
      "items[].providerResellers[].resellerProviderData"
    ]
  }
} as const

/** The schema of the JSON text inside a string, by the name of the property that holds it. */
export const jsonStringSchemas = {
  "providerCustomerData": "MicrosoftCustomerData",
  "resellerProviderData": "MicrosoftResellerData"
} as const

/** Every property of every request body, by method and path: what an error may name. */
export const requestPaths = {
  "POST /v1/Customers": [
    "id",
    "companyName",
    "taxId",
    "country",
    "addressLine1",
    "addressLine2",
    "city",
    "state",
    "zip",
    "firstName",
    "middleName",
    "lastName",
    "email",
    "phone",
    "internalIdentifier",
    "resellerId",
    "providerCustomers",
    "providerCustomers.*.providerName",
    "providerCustomers.*.providerInstanceId",
    "providerCustomers.*.providerCustomerId",
    "providerCustomers.*.providerCustomerData",
    "providerCustomers.*.providerCustomerData→Domain",
    "providerCustomers.*.providerCustomerData→CredentialsEmail",
    "providerCustomers.*.providerCustomerData→AcceptedMCA",
    "providerCustomers.*.providerCustomerData→AgreementDate",
    "providerCustomers.*.providerCustomerData→KeepPrimaryInformation",
    "providerCustomers.*.providerCustomerData→FirstName",
    "providerCustomers.*.providerCustomerData→LastName",
    "providerCustomers.*.providerCustomerData→Email",
    "providerCustomers.*.providerCustomerData→Phone",
    "providerCustomers.*.providerCustomerData→DefaultCulture",
    "providerCustomers.*.providerCustomerData→Language",
    "providerCustomers.*.providerCustomerData→AssociatedPartnerId",
    "providerCustomers.*.providerCustomerData→Qualifications",
    "providerCustomers.*.providerCustomerData→EnableGDAP",
    "providerCustomers.*.margin",
    "providerCustomers.*.margin.marginRule",
    "providerCustomers.*.margin.marginRule.name",
    "providerCustomers.*.margin.value",
    "providerCustomers.*.offerTypeMargins",
    "providerCustomers.*.offerTypeMargins.*.marginRule",
    "providerCustomers.*.offerTypeMargins.*.marginRule.name",
    "providerCustomers.*.offerTypeMargins.*.value",
    "providerCustomers.*.offerTypeMargins.Value",
    "providerCustomers.*.offerTypeMargins.Value.*.MarginRule",
    "providerCustomers.*.offerTypeMargins.Value.*.MarginRule.Name",
    "providerCustomers.*.offerTypeMargins.Value.*.Value",
    "providerCustomers.*.microsoftCustomerAgreement",
    "providerCustomers.*.microsoftCustomerAgreement.customerId",
    "providerCustomers.*.microsoftCustomerAgreement.providerInstanceId",
    "providerCustomers.*.microsoftCustomerAgreement.signatoryContact",
    "providerCustomers.*.microsoftCustomerAgreement.signatoryContact.firstName",
    "providerCustomers.*.microsoftCustomerAgreement.signatoryContact.lastName",
    "providerCustomers.*.microsoftCustomerAgreement.signatoryContact.email",
    "providerCustomers.*.microsoftCustomerAgreement.signatoryContact.phone",
    "providerCustomers.*.microsoftCustomerAgreement.signatoryContact.expirationTime",
    "providerCustomers.*.microsoftCustomerAgreement.status",
    "providerCustomers.*.microsoftCustomerAgreement.status.name",
    "providerCustomers.*.microsoftCustomerAgreement.attestationId",
    "providerCustomers.*.microsoftCustomerAgreement.lastUpdate",
    "providerCustomers.*.microsoftCustomerAgreement.dateAgreed",
    "customerAssociations",
    "customerAssociations[].resellerId",
    "customerAssociations[].name"
  ],
  "POST /v1/Resellers": [
    "id",
    "companyName",
    "country",
    "addressLine1",
    "addressLine2",
    "city",
    "state",
    "zipCode",
    "firstName",
    "lastName",
    "email",
    "phone",
    "internalIdentifier",
    "taxId",
    "providerResellers",
    "providerResellers[].providerInstanceId",
    "providerResellers[].priceMargin",
    "providerResellers[].priceMargin.marginRule",
    "providerResellers[].priceMargin.marginRule.name",
    "providerResellers[].priceMargin.value",
    "providerResellers[].offerTypeMargins",
    "providerResellers[].offerTypeMargins.*.marginRule",
    "providerResellers[].offerTypeMargins.*.marginRule.name",
    "providerResellers[].offerTypeMargins.*.value",
    "providerResellers[].offerTypeMargins.Value",
    "providerResellers[].offerTypeMargins.Value.*.MarginRule",
    "providerResellers[].offerTypeMargins.Value.*.MarginRule.Name",
    "providerResellers[].offerTypeMargins.Value.*.Value",
    "providerResellers[].providerResellerId",
    "providerResellers[].resellerProviderData",
    "providerResellers[].resellerProviderData→IndirectResellerId",
    "providerResellers[].resellerProviderData→SecondaryMpnIds",
    "providerResellers[].resellerProviderData→indirectResellerId",
    "providerResellers[].resellerProviderData→secondaryMpnIds",
    "providerResellers[].status",
    "providerResellers[].status.name",
    "customDomain",
    "customDomain.customDomain",
    "customDomain.status",
    "customDomain.status.name"
  ]
} as const

/** The documented values of enumerations, by schema. */
export const knownValues = {
  "CountryCode": [
    "AD",
    "AE",
    "AF",
    "AG",
    "AI",
    "AL",
    "AM",
    "AO",
    "AQ",
    "AR",
    "AS",
    "AT",
    "AU",
    "AW",
    "AX",
    "AZ",
    "BA",
    "BB",
    "BD",
    "BE",
    "BF",
    "BG",
    "BH",
    "BI",
    "BJ",
    "BL",
    "BM",
    "BN",
    "BO",
    "BQ",
    "BR",
    "BS",
    "BT",
    "BV",
    "BW",
    "BY",
    "BZ",
    "CA",
    "CC",
    "CD",
    "CF",
    "CG",
    "CH",
    "CI",
    "CK",
    "CL",
    "CM",
    "CN",
    "CO",
    "CR",
    "CU",
    "CV",
    "CW",
    "CX",
    "CY",
    "CZ",
    "DE",
    "DJ",
    "DK",
    "DM",
    "DO",
    "DZ",
    "EC",
    "EE",
    "EG",
    "EH",
    "ER",
    "ES",
    "ET",
    "FI",
    "FJ",
    "FK",
    "FM",
    "FO",
    "FR",
    "GA",
    "GB",
    "GD",
    "GE",
    "GF",
    "GG",
    "GH",
    "GI",
    "GL",
    "GM",
    "GN",
    "GP",
    "GQ",
    "GR",
    "GS",
    "GT",
    "GU",
    "GW",
    "GY",
    "HK",
    "HM",
    "HN",
    "HR",
    "HT",
    "HU",
    "ID",
    "IE",
    "IL",
    "IM",
    "IN",
    "IO",
    "IQ",
    "IR",
    "IS",
    "IT",
    "JE",
    "JM",
    "JO",
    "JP",
    "KE",
    "KG",
    "KH",
    "KI",
    "KM",
    "KN",
    "KP",
    "KR",
    "KW",
    "KY",
    "KZ",
    "LA",
    "LB",
    "LC",
    "LI",
    "LK",
    "LR",
    "LS",
    "LT",
    "LU",
    "LV",
    "LY",
    "MA",
    "MC",
    "MD",
    "ME",
    "MF",
    "MG",
    "MH",
    "MK",
    "ML",
    "MM",
    "MN",
    "MO",
    "MP",
    "MQ",
    "MR",
    "MS",
    "MT",
    "MU",
    "MV",
    "MW",
    "MX",
    "MY",
    "MZ",
    "NA",
    "NC",
    "NE",
    "NF",
    "NG",
    "NI",
    "NL",
    "NO",
    "NP",
    "NR",
    "NU",
    "NZ",
    "OM",
    "PA",
    "PE",
    "PF",
    "PG",
    "PH",
    "PK",
    "PL",
    "PM",
    "PN",
    "PR",
    "PS",
    "PT",
    "PW",
    "PY",
    "QA",
    "RE",
    "RO",
    "RS",
    "RU",
    "RW",
    "SA",
    "SB",
    "SC",
    "SD",
    "SE",
    "SG",
    "SH",
    "SI",
    "SJ",
    "SK",
    "SL",
    "SM",
    "SN",
    "SO",
    "SR",
    "SS",
    "ST",
    "SV",
    "SX",
    "SY",
    "SZ",
    "TC",
    "TD",
    "TF",
    "TG",
    "TH",
    "TJ",
    "TK",
    "TL",
    "TM",
    "TN",
    "TO",
    "TR",
    "TT",
    "TV",
    "TW",
    "TZ",
    "UA",
    "UG",
    "UM",
    "US",
    "UY",
    "UZ",
    "VA",
    "VC",
    "VE",
    "VG",
    "VI",
    "VN",
    "VU",
    "WF",
    "WS",
    "YE",
    "YT",
    "ZA",
    "ZM",
    "ZW"
  ],
  "MarginRuleName": [
    "Markup",
    "Margin",
    "SplitMargin",
    "ErpMinusDiscount"
  ],
  "OfferTypeName": [
    "License",
    "LicenseLegacy",
    "SoftwareSubscription",
    "PerpetualSoftware",
    "AzurePlan",
    "AzureReservation",
    "AzureLegacy",
    "AzureSavingsPlan"
  ],
  "AgreementStatusName": [
    "required",
    "linkgenerated",
    "customeraccepted",
    "linkexpired",
    "agreementcreated"
  ],
  "ProcessingStatusName": [
    "Processing",
    "Success",
    "Failed"
  ]
} as const
